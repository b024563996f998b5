import type { Attributes } from '../attribute'

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
  /** The query's connection is not given back when it ends, but `heldMs` later. */
  | (Span & { readonly kind: 'connection-leak'; readonly target: string; readonly heldMs: number })
  /** Calls of the target are made with this probability, and so many times, one after another. */
  | (Span & {
      readonly kind: 'changed-calls'
      readonly target: string
      readonly probability: number
      readonly times: readonly [least: number, most: number]
    })
  /**
   * Consumers handle fewer messages than are sent: the wait of a message grows by `growth` milliseconds for each that
   * passes. With sent / handled = 1 + growth, as the queue's length over its rate has it.
   */
  | (Span & { readonly kind: 'queue-backlog'; readonly target: string; readonly growth: number })

interface Span {
  readonly fromMs: number
  readonly toMs: number
  /**
   * Only on instances whose resource has all of these; on every one where absent. The instance is the target's own,
   * and for a query, a connection, a changed call and the tries of a retry storm, that of the caller.
   */
  readonly on?: Attributes
}
