import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, startNode } from './child'
import { Refusal } from './refusal'

export type App = Child

/** Next's own program. */
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')

const PATIENCE_MS = 120_000
/** Next's greeting. It names an address of its own choosing; ours comes last, and alone. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready)|[⨯✓] \w+$|$)/

/** Starts the app: with hot reload, or the server that the build has left in `.next/standalone`. */
export function startApp(root: string, options: { dev: boolean; env: Record<string, string> }): App {
  const { PORT, HOSTNAME } = options.env
  const app = options.dev
    ? startNode([NEXT, 'dev', '--port', String(PORT), '--hostname', String(HOSTNAME)], {
        cwd: root,
        env: { ...options.env, NODE_ENV: undefined },
      })
    : startNode([path.join(root, '.next/standalone/serve.mjs')], {
        cwd: root,
        env: { ...options.env, NODE_ENV: 'production' },
      })
  for (const name of ['stdout', 'stderr'] as const) {
    createInterface({ input: app.process[name]! }).on('line', (line) => {
      if (!GREETING.test(line)) process[name].write(`${line}\n`)
    })
  }
  return app
}

/** Resolves when the app answers that database and migrations are as they should be. */
export async function waitUntilReady(port: number, host: string): Promise<void> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  const deadline = Date.now() + PATIENCE_MS
  let answer = 'it gave no answer'
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://${address}:${port}/api/ready`, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (response.ok) return
      answer = `it said ${response.status} ${await response.text()}`
    } catch {
      // Not listening yet.
    }
    await pause(50)
  }
  throw new Refusal(`The app did not become ready within two minutes: ${answer}.`)
}
