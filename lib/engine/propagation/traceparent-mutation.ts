import {
  formatTraceparent,
  randomFlag,
  sampledFlag,
  type Traceparent,
  type TraceparentOptions,
} from './traceparent'

/** What a participant may change of a traceparent that it continues. */
export interface TraceparentContinuation {
  /** The id of the participant's own span: every outgoing request needs a new one. */
  readonly parentId: string
  /** The participant's own sampling decision. Default: as received. */
  readonly sampled?: boolean
}

/**
 * The traceparent that a participating node sends on: same trace id, its own parent id, version 00, the random
 * flag exactly as received, unknown flags zero. The sampled flag may change only here, together with the parent
 * id. Source: W3C Trace Context Level 2, section 3.4 (mutating) and 3.2.2.5.
 */
export function continueTraceparent(
  received: Pick<Traceparent, 'traceId' | 'flags'>,
  continuation: TraceparentContinuation,
  options?: TraceparentOptions,
): string {
  const sampled = continuation.sampled ?? (received.flags & sampledFlag) !== 0
  const flags = (received.flags & ~sampledFlag) | (sampled ? sampledFlag : 0)
  return formatTraceparent({ traceId: received.traceId, parentId: continuation.parentId, flags }, options)
}

/**
 * The traceparent of a new trace: at the root, after an invalid header, or at a trust boundary. Set `random`
 * only if the right-most 7 bytes of the trace id are random (Level 2, section 3.2.2.5.2: SHOULD be set then).
 */
export function restartTraceparent(
  fresh: {
    readonly traceId: string
    readonly parentId: string
    readonly sampled: boolean
    readonly random: boolean
  },
  options?: TraceparentOptions,
): string {
  const flags = (fresh.sampled ? sampledFlag : 0) | (fresh.random ? randomFlag : 0)
  return formatTraceparent({ traceId: fresh.traceId, parentId: fresh.parentId, flags }, options)
}
