import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal'

/**
 * The secret that signs cookies: the one given, else one made at the first start and kept in `file`.
 * Whoever says NODE_ENV=production means a deployment, where a secret on this disk alone would sign
 * people out at the next one: there it must be given.
 */
export function chooseSecret(env: NodeJS.ProcessEnv, file: string): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET
  if (env.NODE_ENV === 'production') {
    throw new Refusal(
      'Set NEXTAUTH_SECRET to a random text that stays the same, for example from: openssl rand -base64 32',
    )
  }
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    // A link is made whole and once: of two first starts, one wins and both read the same.
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
  return readFileSync(file, 'utf8')
}
