import { type DecisionCode, decisionCode } from './decision'
import type { Evaluator } from './evaluator'
import type { TraceView } from './trace-view'

/** A policy that votes: its name and evaluator. Drop policies stand before all others. */
export interface Voter {
  readonly name: string
  readonly isDrop: boolean
  readonly evaluator: Evaluator
}

/** What all policies together decided. One is reused for all decisions of a processor. */
export interface Verdict {
  /** Sampled, NotSampled, Dropped, or Pending where span-ingest waits for more. */
  decision: DecisionCode
  /** Position of the credited policy; -1 where none is. */
  policy: number
  /** Policies asked. */
  evaluated: number
  /** Policies that failed and had no vote. */
  errors: number
}

/**
 * Asks the policies and combines their votes: Dropped beats InvertNotSampled (legacy), beats Sampled, beats
 * InvertSampled without a NotSampled (legacy), beats NotSampled. The first policy that gave the winning vote is
 * credited. Asking ends at Dropped, and with `sampleOnFirstMatch` at Sampled. A policy that fails has no vote.
 *
 * @param votes where to count what each policy says: `votes[policy][decision]`.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go makeDecision.
 */
export function combineVotes(
  voters: readonly Voter[],
  trace: TraceView,
  nowMs: number,
  sampleOnFirstMatch: boolean,
  verdict: Verdict,
  votes: readonly Uint32Array[] | null = null,
): void {
  let dropped = -1
  let sampled = -1
  let invertSampled = -1
  let refused = false
  let invertRefused = false
  let asked = 0
  verdict.errors = 0
  for (; asked < voters.length; ) {
    const index = asked
    const decision = voters[index]!.evaluator.evaluate(trace, nowMs)
    asked += 1
    if (decision === decisionCode.Error) {
      verdict.errors += 1
      continue
    }
    if (votes !== null) votes[index]![decision]! += 1
    if (decision === decisionCode.Dropped) {
      dropped = index
      break
    }
    if (decision === decisionCode.Sampled) {
      if (sampled < 0) sampled = index
      if (sampleOnFirstMatch) break
    } else if (decision === decisionCode.NotSampled) refused = true
    else if (decision === decisionCode.InvertNotSampled) invertRefused = true
    else if (decision === decisionCode.InvertSampled && invertSampled < 0) invertSampled = index
  }
  verdict.evaluated = asked
  verdict.policy = -1
  verdict.decision = decisionCode.NotSampled
  if (dropped >= 0) {
    verdict.decision = decisionCode.Dropped
    verdict.policy = dropped
  } else if (invertRefused) return
  else if (sampled >= 0) {
    verdict.decision = decisionCode.Sampled
    verdict.policy = sampled
  } else if (invertSampled >= 0 && !refused) {
    verdict.decision = decisionCode.Sampled
    verdict.policy = invertSampled
  }
}

/**
 * Asks the policies about spans that have just arrived (sampling_strategy span-ingest). Only Sampled and Dropped are
 * final; everything else stays Pending. A drop policy that does not match yet might match later, so while there is one
 * nothing is sampled.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go makeDecisionOnSpanIngest.
 */
export function voteOnIngest(
  voters: readonly Voter[],
  trace: TraceView,
  nowMs: number,
  verdict: Verdict,
  votes: readonly Uint32Array[] | null = null,
): void {
  verdict.decision = decisionCode.Pending
  verdict.policy = -1
  verdict.evaluated = 0
  verdict.errors = 0
  let dropMayCome = false
  for (const [index, voter] of voters.entries()) {
    if (!voter.isDrop && dropMayCome) return
    const decision = voter.evaluator.evaluate(trace, nowMs)
    verdict.evaluated += 1
    if (decision === decisionCode.Error) {
      verdict.errors += 1
      continue
    }
    if (votes !== null) votes[index]![decision]! += 1
    if (decision === decisionCode.Dropped || (!voter.isDrop && decision === decisionCode.Sampled)) {
      verdict.decision = decision
      verdict.policy = index
      return
    }
    if (voter.isDrop) dropMayCome = true
  }
}
