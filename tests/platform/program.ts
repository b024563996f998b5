import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export const root = path.join(import.meta.dirname, '../..')

export interface Program {
  child: ChildProcess
  /** What it has said so far, on both streams. */
  said(): string
  /** Resolves with its exit code, or null where a signal ended it. */
  ended: Promise<number | null>
  /** Resolves when it says this; rejects when it ends first. */
  says(text: string | RegExp): Promise<void>
}

/** Starts a program of Node's with this environment alone, and listens. */
export function start(args: readonly string[], env: Record<string, string>, cwd = root): Program {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, args, {
    cwd,
    env: Object.assign({ PATH, HOME }, env) as unknown as NodeJS.ProcessEnv,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      child.emit('said')
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    said: () => output,
    ended,
    async says(text) {
      const matches = () => (typeof text === 'string' ? output.includes(text) : text.test(output))
      while (!matches()) {
        const over = await Promise.race([once(child, 'said').then(() => false), ended.then(() => true)])
        if (over && !matches()) throw new Error(`It ended without saying ${text}:\n${output}`)
      }
    },
  }
}

/** A folder of the test's own that PostgreSQL's user may pass through. */
export async function makeFolder(mode = 0o711): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'spanwise-platform-'))
  await chmod(folder, mode)
  return folder
}
