import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { fail, ok } from '../../lib/result'
import { log } from '../../lib/server/log'
import { userAction } from '../../lib/server/user-action'
import { userRoute } from '../../lib/server/user-route'
import { createUser, database } from '../support/database'
import { signedIn, Visitor } from '../support/visitor'

const schema = z.strictObject({ name: z.string().max(5) })
const route = userRoute(schema, async (user, { name }) => ok({ user, name }), { bodyLimit: 1000 })

async function send(visitor: Visitor, init: Parameters<Visitor['request']>[1]) {
  const response = await visitor.run(() => route(visitor.request('/api/x', init)))
  return { status: response.status, body: await response.json() }
}

test('the owner gets the bare value, never stored by a cache on the way', async () => {
  const user = await createUser()
  const visitor = await signedIn(user)
  expect(await send(visitor, { json: { name: 'Ada' } })).toEqual({
    status: 200,
    body: { user: user.id, name: 'Ada' },
  })
  const response = await visitor.run(() => route(visitor.request('/api/x', { json: { name: 'Ada' } })))
  expect(response.headers.get('cache-control')).toBe('private, no-store')
})

test('a signed-out visitor is refused before anything else is looked at', async () => {
  expect(await send(new Visitor(), { json: 'nonsense' })).toEqual({
    status: 401,
    body: { code: 'unauthenticated' },
  })
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling of our domain', { 'sec-fetch-site': 'same-site' }],
  ['a typed address', { 'sec-fetch-site': 'none' }],
])('a write that comes from %s is refused', async (_, headers) => {
  const visitor = await signedIn(await createUser())
  expect((await send(visitor, { json: { name: 'Ada' }, headers })).status).toBe(403)
})

test('without Sec-Fetch-Site the Origin decides', async () => {
  const visitor = await signedIn(await createUser())
  const status = async (origin: string | null) => {
    const request = visitor.request('/api/x', { json: { name: 'Ada' } })
    request.headers.delete('sec-fetch-site')
    if (origin !== null) request.headers.set('origin', origin)
    return (await visitor.run(() => route(request))).status
  }
  expect(await status('http://localhost:3000')).toBe(200)
  expect(await status('https://evil.example')).toBe(403)
  expect(await status('http://localhost:3001')).toBe(403)
  expect(await status('null')).toBe(403)
  expect(await status(null)).toBe(403)
})

test.each([
  ['not JSON', '{', 'application/json', 400],
  ['empty', '', 'application/json', 400],
  ['a form', 'name=Ada', 'application/x-www-form-urlencoded', 415],
  ['text, which needs no preflight', '{"name":"Ada"}', 'text/plain', 415],
  ['larger than the limit', JSON.stringify({ name: 'x'.repeat(2000) }), 'application/json', 413],
])('a body that is %s is refused', async (_, body, type, status) => {
  const visitor = await signedIn(await createUser())
  const request = new Request('http://localhost:3000/api/x', {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
  })
  expect((await visitor.run(() => route(request))).status).toBe(status)
})

test('an input that the schema refuses names its fields', async () => {
  const visitor = await signedIn(await createUser())
  const { status, body } = await send(visitor, { json: { name: 'far too long' } })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid', fields: { name: expect.any(String) } })
})

test('a GET takes its input from the query and needs no origin', async () => {
  const visitor = await signedIn(await createUser())
  const request = new Request('http://localhost:3000/api/x?name=Ada')
  expect((await visitor.run(() => route(request))).status).toBe(200)
})

test.each([
  ['not_found', 404],
  ['conflict', 409],
  ['too_many', 429],
  ['unavailable', 503],
] as const)('a refusal with the code %s is answered with %i', async (code, status) => {
  const visitor = await signedIn(await createUser())
  const refusing = userRoute(z.unknown(), async () => fail(code))
  expect((await visitor.run(() => refusing(visitor.request('/api/x', { json: 1 })))).status).toBe(status)
})

test('a bug is answered with a bare 500', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const visitor = await signedIn(await createUser())
  const broken = userRoute(z.unknown(), async () => {
    throw new Error('password=hunter2')
  })
  const response = await visitor.run(() => broken(visitor.request('/api/x', { json: 1 })))
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('{"code":"internal"}')
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})

test('an action asks for the session, then the schema, then works', async () => {
  const calls: string[] = []
  const action = userAction(schema, async (user, { name }) => {
    calls.push(name)
    return ok(user)
  })
  const user = await createUser()
  const visitor = await signedIn(user)
  expect(await new Visitor().run(() => action({ name: 'Ada' }))).toMatchObject({ code: 'unauthenticated' })
  expect(await visitor.run(() => action({ name: 5 }))).toMatchObject({ code: 'invalid' })
  expect(await visitor.run(() => action(null))).toMatchObject({ code: 'invalid' })
  expect(calls).toEqual([])
  const form = new FormData()
  form.set('name', 'Ada')
  form.set('$ACTION_ID_1', '')
  expect(await visitor.run(() => action(form))).toEqual({ ok: true, value: user.id })
  expect(await database.user.count({ where: { id: user.id } })).toBe(1)
})
