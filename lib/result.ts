/** Expected failures are values; bugs throw, reach error.tsx, and are never shown. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'invalid'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'unavailable'

/** What went wrong with each field of an input, by the field's name, in words for the person who typed it. */
export type FieldFaults = Record<string, string>

export type Failure = {
  ok: false
  code: ErrorCode
  message?: string
  fields?: FieldFaults
  /** Seconds to wait before trying again, with `too_many`. */
  retryAfterS?: number
}

export type Result<T> = { ok: true; value: T } | Failure

/** A result that went well. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** An expected failure. `message` is a sentence for people, `fields` the fault of each field of a form. */
export function fail(code: ErrorCode, message?: string, fields?: FieldFaults): Failure {
  return {
    ok: false,
    code,
    ...(message !== undefined && { message }),
    ...(fields !== undefined && { fields }),
  }
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
