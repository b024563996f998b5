import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Child {
  process: ChildProcess
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Asks it to end, insists after ten seconds, and waits until it is gone. */
  stop(): Promise<void>
}

const LEASH = pathToFileURL(path.join(import.meta.dirname, 'leash.mjs')).href

/** Runs a Node program that ends when we do. Its output comes through pipes. */
export function startNode(
  args: readonly string[],
  options: { cwd: string; env: Record<string, string | undefined> },
): Child {
  const child = spawn(process.execPath, ['--import', LEASH, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
    child.on('error', reject)
  })
  return {
    process: child,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const insist = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(insist)
    },
  }
}
