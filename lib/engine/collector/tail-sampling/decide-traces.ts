import { ColumnTable } from './column-table'
import { combineVotes, type Verdict } from './combine-votes'
import { bindPolicies, type CompiledTailSampling } from './compiled'
import { decisionCode } from './decision'
import type { SpanColumns } from './span-columns'
import type { TraceView } from './trace-view'

/** Decisions of a batch, one byte per trace: codes of `decisionCode`. */
export interface BatchDecisions {
  readonly decisions: Uint8Array
  /** The credited policy by trace, as a position in the compiled policies; -1 where none is. */
  readonly policies: Int16Array
  readonly sampledTraces: number
  readonly sampledSpans: number
}

/**
 * Decides every trace of a batch whose rows lie together, each with all its spans and no waiting: what the policies
 * would say if nothing came late. Returns a decider bound to the columns, to be called for every refill of them; rate
 * limits carry over from call to call.
 *
 * @param spans columns with `firstSpan` set: rows `firstSpan[t] .. firstSpan[t + 1]` are trace t.
 */
export function createTraceDecider(
  compiled: CompiledTailSampling,
  spans: SpanColumns,
): (nowMs: number) => BatchDecisions {
  const voters = bindPolicies(compiled, new ColumnTable(spans))
  const verdict: Verdict = { decision: decisionCode.NotSampled, policy: -1, evaluated: 0, errors: 0 }
  const view: TraceView = { rows: null, from: 0, to: 0, spanCount: 0, sizeBytes: -1, idWords: [], idAt: 0 }
  let decisions = new Uint8Array(0)
  let policies = new Int16Array(0)
  return (nowMs) => {
    const { traceCount, firstSpan } = spans
    if (decisions.length < traceCount) {
      decisions = new Uint8Array(traceCount)
      policies = new Int16Array(traceCount)
    }
    view.idWords = spans.traceIds
    let sampledTraces = 0
    let sampledSpans = 0
    for (let trace = 0; trace < traceCount; trace += 1) {
      view.from = firstSpan[trace]!
      view.to = firstSpan[trace + 1]!
      view.spanCount = view.to - view.from
      view.idAt = 4 * trace
      combineVotes(voters, view, nowMs, compiled.settings.sampleOnFirstMatch, verdict)
      decisions[trace] = verdict.decision
      policies[trace] = verdict.policy
      if (verdict.decision !== decisionCode.Sampled) continue
      sampledTraces += 1
      sampledSpans += view.spanCount
    }
    return {
      decisions: decisions.subarray(0, traceCount),
      policies: policies.subarray(0, traceCount),
      sampledTraces,
      sampledSpans,
    }
  }
}
