/**
 * Something that goes wrong for a while. `target` is the id of an operation or of a database query; times are
 * milliseconds since the start of the run, the end exclusive, and are compared with the moment the target is reached.
 */
export type Fault =
  /** The target takes `factor` times as long. */
  | (Span & { readonly kind: 'slow-dependency'; readonly target: string; readonly factor: number })
  /** The target fails with at least this rate (0..1). */
  | (Span & { readonly kind: 'error-burst'; readonly target: string; readonly rate: number })
  /** Only so many connections of each instance's pool to the database can be had. */
  | (Span & { readonly kind: 'pool-exhaustion'; readonly database: string; readonly connections: number })
  /** The target fails with at least this rate, and its callers try at once again, up to `attempts` times in all. */
  | (Span & {
      readonly kind: 'retry-storm'
      readonly target: string
      readonly rate: number
      readonly attempts: number
    })

interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** Whether a fault is on at a moment. */
export function isActive(fault: Fault, atMs: number): boolean {
  return atMs >= fault.fromMs && atMs < fault.toMs
}
