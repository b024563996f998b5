import type { SpanContext } from '../propagation/span-context'
import type { TracestateMember } from '../propagation/tracestate'
import type { SpanKind } from '../span-kind'

/** What a sampler says about a span at its start. */
export type SamplingDecision = 'DROP' | 'RECORD_ONLY' | 'RECORD_AND_SAMPLE'

/** Attribute values as a sampler may see or add them. */
export type SamplingAttributeValue = string | number | boolean | readonly (string | number | boolean)[]
export type SamplingAttributes = Readonly<Record<string, SamplingAttributeValue>>

/** What a sampler knows of a span before it starts. Only the trace id is always needed. */
export interface SamplingRequest {
  /** 32 hexadecimal digits: the parent's, or a new one for a root. */
  readonly traceId: string
  /** Null or absent for a root. */
  readonly parent?: SpanContext | null
  readonly name?: string
  readonly kind?: SpanKind
  readonly attributes?: SamplingAttributes
  /** Time of the start in milliseconds, on any clock that does not go back. Rate limiting needs it. Default 0. */
  readonly timeMs?: number
}

export interface SamplingResult {
  readonly decision: SamplingDecision
  /** Attributes that the sampler adds to the span. */
  readonly attributes: SamplingAttributes
  /** The tracestate of the new span. */
  readonly tracestate: readonly TracestateMember[]
}

/** A head sampler: decides once, at the start of a span, from what is then known. */
export interface Sampler {
  /** As OpenTelemetry JS describes itself, e.g. `TraceIdRatioBased{0.1}`. */
  readonly description: string
  shouldSample(request: SamplingRequest): SamplingResult
}

/** What follows from a decision. */
export interface DecisionEffect {
  readonly isRecording: boolean
  readonly sampledFlag: boolean
  readonly reachesSpanProcessor: boolean
  /** Through the built-in processors, which export only sampled spans. */
  readonly reachesSpanExporter: boolean
}

const effects: Readonly<Record<SamplingDecision, DecisionEffect>> = {
  DROP: { isRecording: false, sampledFlag: false, reachesSpanProcessor: false, reachesSpanExporter: false },
  RECORD_ONLY: {
    isRecording: true,
    sampledFlag: false,
    reachesSpanProcessor: true,
    reachesSpanExporter: false,
  },
  RECORD_AND_SAMPLE: {
    isRecording: true,
    sampledFlag: true,
    reachesSpanProcessor: true,
    reachesSpanExporter: true,
  },
}

/** What follows from a decision. Source: OpenTelemetry specification trace/sdk.md, table of SampledFlag and IsRecording. */
export function effectOf(decision: SamplingDecision): DecisionEffect {
  return effects[decision]
}

const noAttributes: SamplingAttributes = Object.freeze({})
const noTracestate: readonly TracestateMember[] = Object.freeze([])

// The answer for a span without a tracestate to pass on is always the same object.
const bare: Readonly<Record<SamplingDecision, SamplingResult>> = {
  DROP: { decision: 'DROP', attributes: noAttributes, tracestate: noTracestate },
  RECORD_ONLY: { decision: 'RECORD_ONLY', attributes: noAttributes, tracestate: noTracestate },
  RECORD_AND_SAMPLE: { decision: 'RECORD_AND_SAMPLE', attributes: noAttributes, tracestate: noTracestate },
}

/** A result that adds nothing and passes the parent's tracestate on. */
export function decide(decision: SamplingDecision, request: SamplingRequest): SamplingResult {
  const tracestate = request.parent?.tracestate
  if (tracestate === undefined || tracestate.length === 0) return bare[decision]
  return { decision, attributes: noAttributes, tracestate }
}
