/**
 * What one policy, or all of them together, say of a trace. Numbers, so that they fit a typed array and a switch.
 * The two inverted decisions are the processor's legacy (off since v0.144, removed in v0.156).
 *
 * Source: contrib processor/tailsamplingprocessor/pkg/samplingpolicy, Decision.
 */
export const decisionCode = {
  Unspecified: 0,
  Pending: 1,
  Sampled: 2,
  NotSampled: 3,
  Dropped: 4,
  Error: 5,
  InvertSampled: 6,
  InvertNotSampled: 7,
} as const

export type Decision = keyof typeof decisionCode
export type DecisionCode = (typeof decisionCode)[Decision]

const names = Object.keys(decisionCode) as Decision[]

/** The name of a decision code; `Unspecified` for a number that is none. */
export function decisionName(code: number): Decision {
  return names[code] ?? 'Unspecified'
}
