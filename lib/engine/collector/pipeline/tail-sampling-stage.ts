import { tailSamplingSettings } from '../config/tail-sampling-component'
import { compileTailSampling } from '../tail-sampling/compile'
import type { LossReason } from '../tail-sampling/metrics'
import { TailSamplingProcessor } from '../tail-sampling/processor'
import type { SpanData } from '../tail-sampling/span-data'
import type { Next, Report, Stage } from './stage'
import type { TelemetryItem } from './telemetry-item'

const reasons: Record<LossReason, string> = {
  not_sampled: 'no policy wanted its trace',
  dropped: 'a drop policy matched its trace',
  evicted: 'pushed out of memory before its decision: num_traces was reached',
  too_large: 'its trace grew beyond maximum_trace_size_bytes',
  late: 'it came after its trace had been decided against',
  shutdown: 'it was still waiting at the shutdown',
}

/**
 * The tail_sampling processor in a pipeline. It says yes at once and hands traces on after its wait, by itself: the request
 * that brought a span is over by then, and what is refused later is lost.
 *
 * @returns null where its settings do not compile.
 */
export function createTailSamplingStage(
  given: Parameters<typeof tailSamplingSettings>[0],
  startMs: number,
  report: Report,
  next: Next,
): Stage | null {
  const compiled = compileTailSampling(tailSamplingSettings(given))
  if (!compiled.ok) return null
  let nowMs = startMs
  const item = (span: SpanData, resource: TelemetryItem['resource']): TelemetryItem => {
    return { signal: 'traces', span, resource, peer: null }
  }
  const processor = new TailSamplingProcessor(compiled.value, startMs, {
    onForward({ resourceSpans, policy, cause }) {
      const items = resourceSpans.flatMap(({ attributes = {}, spans }) =>
        spans.map((span) => item(span, attributes)),
      )
      const why =
        cause === 'decision' ? `kept by ${policy || 'its policies'}` : 'late, and its trace was kept'
      for (const each of items) report({ fate: 'passed', why, before: each, after: each })
      const answer = next(items, nowMs)
      if (answer === null) return
      for (const each of items) report({ fate: 'lost', why: answer, before: each, after: null })
    },
    onLose({ resourceSpans, reason }) {
      const fate = reason === 'evicted' || reason === 'late' || reason === 'shutdown' ? 'lost' : 'dropped'
      for (const { attributes = {}, spans } of resourceSpans) {
        for (const span of spans) {
          report({ fate, why: reasons[reason], before: item(span, attributes), after: null })
        }
      }
    },
  })
  return {
    get held() {
      return processor.metrics.spansHeld + processor.metrics.spansWaiting
    },
    advance(toMs) {
      nowMs = toMs
      processor.advance(toMs)
    },
    consume(items, atMs) {
      nowMs = atMs
      for (const each of items) {
        if (each.signal !== 'traces') continue
        processor.ingest([{ attributes: each.resource, spans: [each.span] }], atMs)
      }
      return null
    },
  }
}
