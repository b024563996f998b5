import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Place } from './place'

/** Runs one of PostgreSQL's programs as its owner and gathers what it says. */
export function runProgram(
  place: Place,
  name: 'postgres' | 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.programs, name), args, {
      ...place.owner,
      // A folder that the owner can certainly be in; a locale whose messages we can read.
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', PGDATA: undefined, PGPORT: undefined, PGHOST: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    // `exit`, not `close`: a server that pg_ctl started may keep the pipe open.
    child.on('exit', (code) => resolve({ code, output }))
  })
}
