/**
 * A door from the browser to the server: one exported method of a route, or one server action. The
 * authorization matrix and the fuzzing knock at all of them; `doors.ts` has a row for each.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Visitor } from './visitor'

const root = path.join(import.meta.dirname, '../..')
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export interface Learner {
  id: string
  email: string
  password: string
}

export interface Door {
  /** `app/api/…/route.ts POST` or `lib/actions/….ts exportedName`. */
  name: string
  /** Who may use it: a signed-out visitor too, whoever is signed in, or whoever has a personal token. */
  audience: 'anyone' | 'learner' | 'token'
  /** What the owner would send, for something of their own: a form's fields, a body, a query, or a value. */
  input: (owner: Learner) => Record<string, unknown>
  /** How an action takes its input: as useActionState gives a form, or as its one value. */
  takes?: 'form' | 'value'
  /** The dynamic parts of a route's path. */
  params?: Record<string, string | string[]>
}

export interface Outcome {
  /** Refused, with the code of the Result or the status of the response. */
  refused: string | null
  status: number | null
}

/** Every door that exists, read from the folders: a new file is a new name. */
export async function findDoors(): Promise<string[]> {
  const [routes, actions] = await Promise.all([files('app/api', 'route.ts'), files('lib/actions', '.ts')])
  const names = await Promise.all(
    [...routes, ...actions].map(async (file) => {
      const exported = Object.entries(await load(file)).filter(([, value]) => typeof value === 'function')
      const doors = exported.map(([name]) => name)
      return (file.startsWith('app') ? doors.filter((name) => methods.includes(name)) : doors).map(
        (name) => `${file} ${name}`,
      )
    }),
  )
  return names.flat().sort()
}

/** Knocks as the visitor, with exactly these arguments (an action) or this request (a route). */
export async function knock(door: Door, visitor: Visitor, call: unknown[] | Request): Promise<Outcome> {
  const [file = '', name = ''] = door.name.split(' ')
  const work = (await load(file))[name] as (...args: unknown[]) => Promise<unknown>
  try {
    const context = { params: Promise.resolve(door.params ?? {}) }
    const answer = await visitor.run(() => (Array.isArray(call) ? work(...call) : work(call, context)))
    if (answer instanceof Response)
      return { refused: answer.status >= 400 ? String(answer.status) : null, status: answer.status }
    const result = answer as { ok: boolean; code?: string } | undefined
    return { refused: result && !result.ok ? (result.code ?? 'refused') : null, status: null }
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? '')
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    // To be sent to sign in, bare, is a refusal; with a notice it is the end of something done.
    return { refused: /;\/sign-in;/.test(digest) ? 'unauthenticated' : null, status: null }
  }
}

/** The right call, as the owner's page would make it. */
export function rightCall(door: Door, visitor: Visitor, owner: Learner): unknown[] | Request {
  const input = door.input(owner)
  if (door.name.startsWith('lib/')) return door.takes === 'value' ? [input] : [null, toForm(input)]
  return toRequest(door, visitor, input)
}

export function toForm(fields: Record<string, unknown>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, toText(value))
  return data
}

export function toRequest(door: Door, visitor: Visitor, input: unknown): Request {
  const [file = '', method = 'GET'] = door.name.split(' ')
  const address = `/${path.dirname(file).slice('app/'.length)}`.replace(/\[\.*(\w+)\]/g, (_, name: string) =>
    [door.params?.[name] ?? []].flat().join('/'),
  )
  if (method !== 'GET') return visitor.request(address, { method, json: input })
  const query = new URLSearchParams(
    Object.entries(input as object).map(([name, value]) => [name, toText(value)]),
  )
  return visitor.request(`${address}?${query}`)
}

/** As text: a form and a query hold nothing else. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

async function files(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true })
  return entries.filter((entry) => entry.endsWith(ending)).map((entry) => path.posix.join(folder, entry))
}

function load(file: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href)
}
