import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'
import type { SpanTable } from '../trace-view'

/**
 * A policy that samples as soon as one span passes a test; inverted, it samples unless one does.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/util.go, hasSpanWithCondition and
 * invertHasResourceOrSpanWithCondition (the inverted form answers plain NotSampled and Sampled since v0.144).
 */
export function anySpan(test: (table: SpanTable) => (row: number) => boolean, invert = false): PolicyProgram {
  const found = invert ? decisionCode.NotSampled : decisionCode.Sampled
  const absent = invert ? decisionCode.Sampled : decisionCode.NotSampled
  return {
    stateful: false,
    bind(table) {
      const passes = test(table)
      return {
        stateful: false,
        evaluate(trace) {
          const { rows, from, to } = trace
          for (let at = from; at < to; at += 1) if (passes(rows === null ? at : rows[at]!)) return found
          return absent
        },
      }
    },
  }
}
