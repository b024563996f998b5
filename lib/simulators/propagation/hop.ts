import type { BaggageEntry } from '../../engine/propagation/baggage'
import type { BaggageProblem } from '../../engine/propagation/baggage-problem'
import type { Header } from '../../engine/propagation/header'
import type { TraceContextExtraction } from '../../engine/propagation/trace-context'
import type { SpanKind } from '../../engine/span-kind'
import type { StationId } from './station'

/** A span as the backend gets it. */
export interface HopSpan {
  readonly station: StationId
  readonly kind: SpanKind
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | null
  readonly link: { readonly traceId: string; readonly spanId: string } | null
}

/** What one station sends to one other. */
export interface Sent {
  readonly to: StationId
  readonly headers: readonly Header[]
}

/** What happened at one station. */
export interface Hop {
  readonly station: StationId
  readonly incoming: readonly Header[]
  /** How the trace context was read; null if nobody looked. */
  readonly extraction: TraceContextExtraction | null
  readonly spans: readonly HopSpan[]
  /** The baggage that the station's work can read. */
  readonly baggage: readonly BaggageEntry[]
  /** What became of baggage that could not be read, or did not fit into the header. */
  readonly baggageProblems: readonly BaggageProblem[]
  readonly sent: readonly Sent[]
}
