import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'

/** Runs the parts in order; the first that errs or does not sample ends it. */
function all(
  parts: readonly PolicyProgram[],
  whenAll: typeof decisionCode.Sampled | typeof decisionCode.Dropped,
): PolicyProgram {
  const stateful = parts.some((part) => part.stateful)
  return {
    stateful,
    bind(table) {
      const evaluators = parts.map((part) => part.bind(table))
      return {
        stateful,
        evaluate(trace, nowMs) {
          for (const evaluator of evaluators) {
            const decision = evaluator.evaluate(trace, nowMs)
            if (decision === decisionCode.Error) return decision
            if (decision === decisionCode.NotSampled || decision === decisionCode.InvertNotSampled) {
              return decisionCode.NotSampled
            }
          }
          return whenAll
        },
      }
    },
  }
}

/**
 * Samples where every part samples; each may be satisfied by another span. No parts: samples everything.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/and.go.
 */
export function and(parts: readonly PolicyProgram[]): PolicyProgram {
  return all(parts, decisionCode.Sampled)
}

/**
 * Drops where every part samples, and otherwise does not sample. No parts: drops everything.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/drop.go.
 */
export function drop(parts: readonly PolicyProgram[]): PolicyProgram {
  return all(parts, decisionCode.Dropped)
}

/**
 * Turns Sampled into NotSampled and back; any other decision stands.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/not.go.
 */
export function not(part: PolicyProgram): PolicyProgram {
  return {
    stateful: part.stateful,
    bind(table) {
      const evaluator = part.bind(table)
      return {
        stateful: part.stateful,
        evaluate(trace, nowMs) {
          const decision = evaluator.evaluate(trace, nowMs)
          if (decision === decisionCode.Sampled) return decisionCode.NotSampled
          if (decision === decisionCode.NotSampled) return decisionCode.Sampled
          return decision
        },
      }
    },
  }
}
