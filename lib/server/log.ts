import 'server-only'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof LEVELS)[number]
type Fields = Record<string, unknown>

const PRIVATE_KEY = /pass(word|phrase)|secret|token|authorization|cookie|e-?mail|session/i
const ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g
const CREDENTIALS = /(\w+:\/\/)[^\s/@]+@/g

/**
 * One line an event: JSON in production, for people elsewhere. `event` is a fixed name in snake_case, to
 * search for; what varies goes into the fields. E-mail addresses, secrets and the credentials in an
 * address are taken out wherever they stand: a log is read by more people than the database.
 */
export const log = {
  debug: (event: string, fields?: Fields) => write('debug', event, fields),
  info: (event: string, fields?: Fields) => write('info', event, fields),
  warn: (event: string, fields?: Fields) => write('warn', event, fields),
  error: (event: string, fields?: Fields) => write('error', event, fields),
}

function write(level: Level, event: string, fields: Fields = {}) {
  const least = LEVELS.indexOf((process.env.LOG_LEVEL ?? 'info') as Level)
  if (LEVELS.indexOf(level) < least) return
  const line =
    process.env.NODE_ENV === 'production'
      ? formatJson(new Date(), level, event, fields)
      : formatText(level, event, fields)
  process.stdout.write(`${line}\n`)
}

/** The line of production: `time` in ISO 8601, `level`, `event`, and the fields without what is private. */
export function formatJson(time: Date, level: Level, event: string, fields: Fields): string {
  return JSON.stringify({ time: time.toISOString(), level, event, ...(redact(fields) as Fields) })
}

function formatText(level: Level, event: string, fields: Fields): string {
  const { error, ...rest } = redact(fields) as { error?: { stack?: string } }
  const words = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  return [`${level} ${event}`, ...words].join(' ') + (error?.stack ? `\n${error.stack}` : '')
}

function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(CREDENTIALS, '$1').replace(ADDRESS, '[e-mail]')
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > 5) return '[deep]'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    const { code, digest } = value as { code?: unknown; digest?: unknown }
    return redact({ name, message, code, digest, stack, cause }, depth + 1)
  }
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    PRIVATE_KEY.test(key) && item !== undefined ? '[redacted]' : redact(item, depth + 1),
  ])
  return Object.fromEntries(entries)
}
