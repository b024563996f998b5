import 'server-only'

/**
 * What PostgreSQL, `pg` and Prisma say when it is not there: connection exceptions (class 08), operator
 * intervention (57P0x: shutting down, crashed, starting up), too many connections, a refused or reset
 * socket, and Prisma's own codes for the same.
 */
const CODES =
  /^(08...|57P0\d|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|P1001|P1002|P1008|P1017|P2024|P2037|P2039)$/
const MESSAGES =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/

/** Whether an error means that the database is away for the moment, so that asking again later will help. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && CODES.test(code)) return true
  return MESSAGES.test(error.message) || isDatabaseDown(error.cause)
}
