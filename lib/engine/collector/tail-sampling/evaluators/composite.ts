import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'

/** A part of a composite policy and the spans per second it may sample. */
export interface CompositePart {
  readonly program: PolicyProgram
  readonly allocatedSpansPerSecond: number
}

/**
 * Asks its parts in order; the first that samples settles it. Within that part's own budget for this second of the
 * clock, and within the total, the trace is sampled; otherwise it is not, and no later part is asked. The total is
 * compared with the part's own count, not with the sum, so several parts together may exceed it. A refused trace
 * takes nothing from the budget.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/composite.go.
 */
export function composite(maxTotalSpansPerSecond: number, parts: readonly CompositePart[]): PolicyProgram {
  const stateful = parts.some((part) => part.program.stateful)
  return {
    stateful,
    bind(table) {
      const evaluators = parts.map((part) => part.program.bind(table))
      const sampled = new Float64Array(parts.length)
      let second = 0
      return {
        stateful,
        evaluate(trace, nowMs) {
          const now = Math.floor(nowMs / 1000)
          if (now !== second) {
            second = now
            sampled.fill(0)
          }
          for (let index = 0; index < evaluators.length; index += 1) {
            const decision = evaluators[index]!.evaluate(trace, nowMs)
            if (decision === decisionCode.Error) return decision
            if (decision !== decisionCode.Sampled && decision !== decisionCode.InvertSampled) continue
            const spans = sampled[index]! + trace.spanCount
            if (spans > parts[index]!.allocatedSpansPerSecond || spans > maxTotalSpansPerSecond) {
              return decisionCode.NotSampled
            }
            sampled[index] = spans
            return decisionCode.Sampled
          }
          return decisionCode.NotSampled
        },
      }
    },
  }
}

/**
 * The spans per second each part of a composite policy is given: its percentage of the total, cut to a whole number;
 * with 0 percent an equal share; with no entry at all, 0, so that the part never samples.
 *
 * Source: contrib processor/tailsamplingprocessor/composite_helper.go getRateAllocationMap.
 */
export function allocateRates(
  maxTotalSpansPerSecond: number,
  parts: readonly string[],
  allocation: readonly { readonly policy: string; readonly percent: number }[],
): Map<string, number> {
  const rates = new Map(parts.map((part) => [part, 0]))
  for (const { policy, percent } of allocation) {
    if (!rates.has(policy)) continue
    const rate =
      percent > 0 ? (percent / 100) * maxTotalSpansPerSecond : maxTotalSpansPerSecond / parts.length
    rates.set(policy, Math.trunc(rate))
  }
  return rates
}
