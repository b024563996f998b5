/** What an OTTL expression may come to. Numbers without a fraction are int64, others double. */
export type OttlValue =
  | string
  | number
  | boolean
  | null
  | OttlBytes
  | OttlDuration
  | readonly OttlValue[]
  | { readonly [key: string]: OttlValue }

/** Bytes and ids, as lower-case hex. */
export class OttlBytes {
  constructor(readonly hex: string) {}
}

/** A length of time. */
export class OttlDuration {
  constructor(readonly nanoseconds: number) {}
}

/** A failure while a condition runs: the error mode says what becomes of it. */
export class OttlFailure extends Error {}

/** Whether a value is a slice. */
export function isList(value: OttlValue): value is readonly OttlValue[] {
  return Array.isArray(value)
}

/** Whether a value is a map, and none of the other objects. */
export function isMap(value: OttlValue): value is { readonly [key: string]: OttlValue } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof OttlBytes) &&
    !(value instanceof OttlDuration)
  )
}
