import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import pg from 'pg'

export interface Learner {
  id: string
  email: string
}

const pool = new pg.Pool({ connectionString: process.env.SPANWISE_DATABASE_URL, max: 2 })

/** For a program that stops the database before it ends itself. */
export async function closeConnections(): Promise<void> {
  await pool.end()
}

/** A learner's row, as sign-up would leave it a year ago. Who has to sign in by hand makes one in the browser. */
export async function createLearner(): Promise<Learner> {
  const id = randomUUID()
  const email = `${id}@example.test`
  await pool.query(
    "INSERT INTO users (id, email, zone, created_at) VALUES ($1, $2, 'Europe/Berlin', now() - interval '1 year')",
    [id, email],
  )
  return { id, email }
}

/** Signs a browser in without the form: a session's row, and the cookie that names it (lib/server/session-cookie.ts). */
export async function signIn(context: BrowserContext, learner: Learner): Promise<void> {
  const session = randomUUID()
  await pool.query(
    "INSERT INTO sessions (id, user_id, expires_at) VALUES ($1, $2, now() + interval '30 days')",
    [session, learner.id],
  )
  const value = await encode({
    token: { session },
    secret: process.env.SPANWISE_SECRET!,
    maxAge: 86_400,
  })
  await context.addCookies([
    { name: 'spanwise-session', value, url: process.env.SPANWISE_URL!, httpOnly: true, sameSite: 'Lax' },
  ])
}

/** The learner has opened a link in their mailbox: nobody else's is written to. */
export async function proveMailbox({ id }: Learner): Promise<void> {
  await pool.query('UPDATE users SET email_verified_at = now() WHERE id = $1', [id])
}

/** How many events the log holds of the learner with this address. */
export async function countReviews(email: string): Promise<number> {
  const { rows } = await pool.query(
    'SELECT count(*)::int AS n FROM review_events JOIN users ON users.id = user_id WHERE email = $1',
    [email],
  )
  return rows[0].n
}
