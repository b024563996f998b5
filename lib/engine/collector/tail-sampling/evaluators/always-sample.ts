import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'

/** Samples every trace. Source: contrib processor/tailsamplingprocessor/internal/sampling/always_sample.go. */
export const alwaysSample: PolicyProgram = {
  stateful: false,
  bind: () => ({ stateful: false, evaluate: () => decisionCode.Sampled }),
}
