import { buildPolicy, type PolicyExtensions } from './build-policy'
import { combineVotes, type Verdict } from './combine-votes'
import { type Decision, decisionCode, decisionName } from './decision'
import { ObjectTable, traceIdWords } from './object-table'
import type { PolicyConfig } from './policy-config'
import type { TraceData } from './span-data'

/** A single policy that can be asked about traces given as plain objects. It keeps its state: budgets, buckets. */
export interface Policy {
  readonly stateful: boolean
  /** @param nowMs milliseconds, for rate limits; never decreasing. */
  evaluate(trace: TraceData, nowMs?: number): Decision
}

export type PolicyResult =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly message: string }

/**
 * Builds one tail sampling policy from its configuration, named as in the YAML. Errors are the Collector's text,
 * without the prefix that names the policy.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go getPolicyEvaluator.
 */
export function createPolicy(config: PolicyConfig, extensions?: PolicyExtensions): PolicyResult {
  const program = buildPolicy(config, extensions)
  if (typeof program === 'string') return { ok: false, message: program }
  const table = new ObjectTable()
  const evaluator = program.bind(table)
  return {
    ok: true,
    policy: {
      stateful: evaluator.stateful,
      evaluate(trace, nowMs = 0) {
        const view = table.show(
          trace.resourceSpans,
          traceIdWords(trace.traceId),
          trace.spanCount,
          trace.sizeBytes,
        )
        return decisionName(evaluator.evaluate(view, nowMs))
      },
    },
  }
}

/** What one policy said, for combineDecisions. */
export interface PolicyVote {
  readonly name: string
  readonly decision: Decision
  /** A drop policy is asked before all others. */
  readonly drop?: boolean
}

/**
 * Combines what policies say of a trace into the processor's decision, and credits a policy.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go makeDecision, loadSamplingPolicies.
 */
export function combineDecisions(
  votes: readonly PolicyVote[],
  sampleOnFirstMatch = false,
): { readonly decision: Decision; readonly policy: string | null; readonly policiesEvaluated: number } {
  const ordered = [...votes.filter((vote) => vote.drop), ...votes.filter((vote) => !vote.drop)]
  const voters = ordered.map(({ name, decision, drop = false }) => ({
    name,
    isDrop: drop,
    evaluator: { stateful: false, evaluate: () => decisionCode[decision] },
  }))
  const verdict: Verdict = { decision: decisionCode.NotSampled, policy: -1, evaluated: 0, errors: 0 }
  combineVotes(voters, new ObjectTable().show([], [0, 0, 0, 0]), 0, sampleOnFirstMatch, verdict)
  return {
    decision: decisionName(verdict.decision),
    policy: voters[verdict.policy]?.name ?? null,
    policiesEvaluated: verdict.evaluated,
  }
}
