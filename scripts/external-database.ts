import pg from 'pg'
import { Refusal } from './refusal'

const OLDEST = 15

/** Throws a Refusal that says what to do where DATABASE_URL leads to no PostgreSQL we can use. */
export async function checkDatabase(url: string): Promise<void> {
  const where = nameOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SHOW server_version_num')
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
    if (major < OLDEST) {
      throw new Refusal(
        `${where} is PostgreSQL ${major}: Spanwise needs ${OLDEST} or newer, so upgrade it or choose another.`,
      )
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${where} ${explain(error as pg.DatabaseError)}`, { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}

/** Never the whole address: it holds the password. */
function nameOf(url: string): string {
  try {
    const { host, pathname, protocol } = new URL(url)
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error(protocol)
    return `The database ${pathname.slice(1)} at ${host}`
  } catch {
    throw new Refusal(
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/name: correct it.',
    )
  }
}

function explain({ code, message }: pg.DatabaseError): string {
  if (code === '28P01' || code === '28000') return 'refuses the user or password: correct DATABASE_URL.'
  if (code === '3D000') return 'does not exist: create it, or correct DATABASE_URL.'
  return `cannot be reached (${code ?? message}): start it, or correct DATABASE_URL.`
}
