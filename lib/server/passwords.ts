import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id (the library's default variant) with 19 MiB, two passes, one lane: the first choice of the
 * OWASP Password Storage Cheat Sheet. Raise these, and each password is hashed anew at its next use.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What an unknown e-mail's password is compared with, so that it costs as much as a known one's. */
let nobody: Promise<string> | undefined

/** A password as argon2id in PHC string form. */
export function hashPassword(password: string): Promise<string> {
  return hash(prepare(password), cost)
}

/** Whether the password is the one that was hashed. Without a hash the answer is no, after the same work. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID())
  const matches = await verify(hashed ?? (await nobody), prepare(password))
  return hashed !== null && matches
}

/** Whether a hash was made with another cost than today's. */
export function isOutdated(hashed: string): boolean {
  const { memoryCost, timeCost, parallelism } = cost
  return !hashed.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`)
}

/** The same password typed on another keyboard may be composed otherwise (NIST SP 800-63B §3.1.1.2). */
function prepare(password: string): string {
  return password.normalize('NFKC')
}
