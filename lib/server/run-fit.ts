import 'server-only'
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { FitOutcome } from '../review/fit'
import type { FitNews, FitTask } from './fit-program'

/** A fit that takes longer than this hangs: the largest logs take seconds. */
const LONGEST_MS = 120_000

/**
 * Fits weights in a process of its own, so that neither the work nor a crash of the native optimiser reaches
 * this one. Throws where it ends without an answer. `signal` ends it.
 */
export async function runFit(
  task: FitTask,
  { progress, signal }: { progress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<FitOutcome> {
  const child = startProgram(signal)
  const output: Buffer[] = []
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    let outcome: FitOutcome | undefined
    child.on('message', (news: FitNews) => {
      if ('done' in news) outcome = news.done
      else progress?.(news.progress)
    })
    child.on('error', reject)
    child.on('exit', (code, ended) => {
      if (outcome) return resolve(outcome)
      const words = Buffer.concat(output).toString().slice(-2000)
      reject(new Error(`The fit ended without an answer (${ended ?? `code ${code}`}). ${words}`.trim()))
    })
    child.send(task, (error) => error && reject(error))
  })
}

function startProgram(signal?: AbortSignal) {
  const root = /* turbopackIgnore: true */ process.cwd()
  // Bundled beside the server by scripts/build.ts; while one develops, the source itself.
  const bundled = path.join(/* turbopackIgnore: true */ root, 'fit-program.mjs')
  const isBundled = existsSync(bundled)
  const program = isBundled
    ? bundled
    : path.join(/* turbopackIgnore: true */ root, 'lib/server/fit-program.ts')
  return fork(/* turbopackIgnore: true */ program, {
    execArgv: isBundled ? [] : ['--import', 'tsx', '--conditions=react-server'],
    // It needs none of our settings, and no secret.
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  })
}
