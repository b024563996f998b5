import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'

/**
 * Samples a trace of at least `minSpans` and at most `maxSpans` spans (0: no upper bound), counting all received.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/span_count_sampler.go.
 */
export function spanCount(minSpans: number, maxSpans: number): PolicyProgram {
  const most = maxSpans === 0 ? Number.POSITIVE_INFINITY : maxSpans
  const evaluator = {
    stateful: false,
    evaluate: (trace: { spanCount: number }) =>
      trace.spanCount >= minSpans && trace.spanCount <= most ? decisionCode.Sampled : decisionCode.NotSampled,
  }
  return { stateful: false, bind: () => evaluator }
}
