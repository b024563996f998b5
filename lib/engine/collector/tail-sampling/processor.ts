import { bindPolicies, type CompiledTailSampling } from './compiled'
import { type Decision, decisionName } from './decision'
import type { PolicyCount } from './jury'
import type { LossReason, TailSamplingMetrics } from './metrics'
import { ObjectTable, traceIdWords } from './object-table'
import { resourceSpansSize } from './proto-size'
import { SamplerCore } from './sampler-core'
import type { SamplerPort } from './sampler-port'
import type { ResourceSpansData, SpanData } from './span-data'

/** Spans of one trace that the processor passes on. */
export interface ForwardedSpans {
  readonly traceId: string
  readonly resourceSpans: readonly ResourceSpansData[]
  /** The policy credited with the decision; '' where none is. */
  readonly policy: string
  /** At the decision, or late: by the trace's entry in memory, or by the cache of sampled ids. */
  readonly cause: 'decision' | 'memory' | 'cache'
  /** What the recordpolicy feature gate writes on the scopes. */
  readonly scopeAttributes: Readonly<Record<string, string | boolean>>
}

/** Listeners, all optional. Each is called while time passes, in the order of events. */
export interface TailSamplingListeners {
  onForward?(spans: ForwardedSpans): void
  onLose?(loss: { traceId: string; resourceSpans: readonly ResourceSpansData[]; reason: LossReason }): void
  onDecision?(decision: {
    traceId: string
    decision: Decision
    policy: string | null
    spanCount: number
    arrivedAtMs: number
    decidedAtMs: number
    policiesEvaluated: number
  }): void
}

/**
 * The tail_sampling processor over plain objects. Give it spans with the time at which they arrive; it tells its
 * listeners what is decided, forwarded and lost. Time is milliseconds of the caller's own clock and never goes back.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go.
 */
export class TailSamplingProcessor {
  private readonly core: SamplerCore<string, ResourceSpansData>
  private readonly measuresSize: boolean

  /** @param startMs when the processor, and its ticker of one second, starts. */
  constructor(compiled: CompiledTailSampling, startMs = 0, listeners: TailSamplingListeners = {}) {
    const table = new ObjectTable()
    const port: SamplerPort<string, ResourceSpansData> = {
      view: (id, groups, spanCount) => table.show(groups, traceIdWords(id), spanCount),
      forward: (traceId, resourceSpans, policy, cause) =>
        listeners.onForward?.({
          traceId,
          resourceSpans,
          policy,
          cause,
          scopeAttributes: scopes(policy, cause),
        }),
      lose: (traceId, resourceSpans, reason) => listeners.onLose?.({ traceId, resourceSpans, reason }),
      decided: (entry, verdict) =>
        listeners.onDecision?.({
          traceId: entry.id,
          decision: decisionName(entry.decision),
          policy: entry.policy === '' ? null : entry.policy,
          spanCount: entry.spanCount,
          arrivedAtMs: entry.arrivedAtMs,
          decidedAtMs: entry.decidedAtMs,
          policiesEvaluated: verdict.evaluated,
        }),
    }
    this.measuresSize = compiled.settings.maximumTraceSizeBytes > 0
    this.core = new SamplerCore(compiled.settings, bindPolicies(compiled, table), port, startMs)
  }

  /** Counters since the start. Live: read, do not write. */
  get metrics(): Readonly<TailSamplingMetrics> {
    return this.core.metrics
  }

  /** How often each policy voted which way so far, drop policies first. */
  policyCounts(): PolicyCount[] {
    return this.core.jury.counts()
  }

  /** Seconds from the first span to the decision: batches in the pipe. */
  get batchCount(): number {
    return this.core.batchCount
  }

  /** Trace ids in memory, by arrival, decided or not. */
  tracesInMemory(): string[] {
    return this.core.idsOnMemory()
  }

  /** Spans arrive at `nowMs`. Spans of one resource are split by trace, as ConsumeTraces does. */
  ingest(resourceSpans: readonly ResourceSpansData[], nowMs: number): void {
    for (const group of resourceSpans) {
      const byTrace = new Map<string, SpanData[]>()
      for (const span of group.spans) {
        const id = span.traceId ?? ''
        const known = byTrace.get(id)
        if (known) known.push(span)
        else byTrace.set(id, [span])
      }
      for (const [id, spans] of byTrace) {
        const part = { ...group, spans }
        this.core.arrive(
          {
            id,
            group: part,
            spanCount: spans.length,
            hasRoot: spans.some((span) => !span.parentSpanId),
            sizeBytes: this.measuresSize ? resourceSpansSize(part) : 0,
          },
          nowMs,
        )
      }
    }
  }

  /** Lets time pass to `nowMs`: every whole second since the start one batch of traces is decided. */
  advance(nowMs: number): void {
    this.core.advance(nowMs)
  }

  /** Puts a decision into the cache, as if it had been made before. Without that cache it is forgotten at once. */
  remember(traceId: string, decision: 'Sampled' | 'NotSampled', policy = ''): void {
    this.core.remember(traceId, decision, policy)
  }

  /** Stops: what is pending is decided with what has arrived, or lost with drop_pending_traces_on_shutdown. */
  shutDown(nowMs: number): void {
    this.core.shutDown(nowMs)
  }
}

function scopes(policy: string, cause: ForwardedSpans['cause']): ForwardedSpans['scopeAttributes'] {
  const attributes: Record<string, string | boolean> = {}
  if (cause !== 'memory' && policy !== '') attributes['tailsampling.policy'] = policy
  if (cause === 'cache') attributes['tailsampling.cached_decision'] = true
  return attributes
}
