import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'
import { TokenBucket } from '../token-bucket'
import type { SpanTable, TraceView } from '../trace-view'

function limiting(
  perSecond: number,
  burstCapacity: number,
  cost: (table: SpanTable, trace: TraceView) => number,
): PolicyProgram {
  const capacity = burstCapacity > 0 ? burstCapacity : 2 * perSecond
  return {
    stateful: true,
    bind(table) {
      const bucket = new TokenBucket(perSecond, capacity)
      return {
        stateful: true,
        evaluate: (trace, nowMs) =>
          bucket.take(cost(table, trace), nowMs) ? decisionCode.Sampled : decisionCode.NotSampled,
      }
    },
  }
}

/**
 * Samples while spans fit in a token bucket; a trace costs its spans. Without a burst capacity it is twice the rate.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/rate_limiting.go.
 */
export function rateLimiting(spansPerSecond: number, burstCapacity: number): PolicyProgram {
  return limiting(spansPerSecond, burstCapacity, (_, trace) => trace.spanCount)
}

/**
 * As rateLimiting, but a trace costs its bytes as protobuf.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/bytes_limiting.go.
 */
export function bytesLimiting(bytesPerSecond: number, burstCapacity: number): PolicyProgram {
  return limiting(bytesPerSecond, burstCapacity, (table, trace) =>
    trace.sizeBytes >= 0 ? trace.sizeBytes : table.sizeBytes(trace.rows, trace.from, trace.to),
  )
}
