import { BoundEvaluator } from '../bound-evaluator'
import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'
import type { SpanTable, TraceView } from '../trace-view'

/** Times are doubles of milliseconds, exact to a quarter of a microsecond: a difference this close to whole is whole. */
const slackMs = 0.0005

/**
 * Samples by the duration from the earliest start to the latest end, in whole milliseconds: more than
 * `thresholdMs`, and with an upper bound (0 is none) at most that. The bounds are tried after every span, over the
 * spans seen so far, so that with an upper bound the order of spans matters (contrib#43948).
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/latency.go; strict since v0.157 (#49595).
 */
export function latency(thresholdMs: number, upperThresholdMs: number): PolicyProgram {
  const above = thresholdMs + 1 - slackMs
  const below = upperThresholdMs === 0 ? Number.POSITIVE_INFINITY : upperThresholdMs + 1 - slackMs
  const rule = ({ start, end }: SpanTable, { rows, from, to }: TraceView) => {
    let earliest = Number.POSITIVE_INFINITY
    let latest = Number.NEGATIVE_INFINITY
    for (let at = from; at < to; at += 1) {
      const row = rows === null ? at : rows[at]!
      if (start[row]! < earliest) earliest = start[row]!
      if (end[row]! > latest) latest = end[row]!
      const duration = latest - earliest
      if (duration >= above && duration < below) return decisionCode.Sampled
    }
    return decisionCode.NotSampled
  }
  return { stateful: false, bind: (table) => new BoundEvaluator(table, rule) }
}
