/** Expected failures are values; bugs throw, reach error.tsx, and are never shown. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'unavailable'

export type Result<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message?: string }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(code: ErrorCode, message?: string): Result<never> {
  return message === undefined ? { ok: false, code } : { ok: false, code, message }
}

/** The HTTP status that an endpoint answers for each code. */
export const statusOf: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
}
