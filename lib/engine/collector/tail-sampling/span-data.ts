/** An attribute's value. A number without a fraction stands for an int64, one with a fraction for a double. */
export type SpanAttributeValue =
  | string
  | number
  | boolean
  | null
  | readonly SpanAttributeValue[]
  | { readonly [key: string]: SpanAttributeValue }

export type SpanAttributes = { readonly [key: string]: SpanAttributeValue }

export interface SpanEventData {
  readonly name?: string
  readonly timeMs?: number
  readonly attributes?: SpanAttributes
}

/** A span as the tail sampling processor sees it. Everything has a default, so a test can say only what it is about. */
export interface SpanData {
  /** 32 hex digits; needed by a processor, not by a policy asked directly. */
  readonly traceId?: string
  readonly spanId?: string
  /** Absent or empty: a root span. */
  readonly parentSpanId?: string
  readonly name?: string
  readonly kind?: 'UNSPECIFIED' | 'INTERNAL' | 'SERVER' | 'CLIENT' | 'PRODUCER' | 'CONSUMER'
  /** Milliseconds; any origin, the same for all spans. */
  readonly startMs?: number
  readonly endMs?: number
  readonly status?: 'UNSET' | 'OK' | 'ERROR'
  readonly statusMessage?: string
  readonly attributes?: SpanAttributes
  readonly events?: readonly SpanEventData[]
  /** The W3C tracestate header as it stands. */
  readonly traceState?: string
  /** The 32-bit flags field of OTLP; bit 0 is the W3C sampled flag. */
  readonly flags?: number
}

/** Spans of one resource, as they arrive together. */
export interface ResourceSpansData {
  readonly attributes?: SpanAttributes
  readonly scope?: { readonly name?: string; readonly version?: string; readonly attributes?: SpanAttributes }
  readonly spans: readonly SpanData[]
}

/** A trace as far as it has been received. */
export interface TraceData {
  /** 32 hex digits; shorter ids are padded on the left with zeros. */
  readonly traceId: string
  readonly resourceSpans: readonly ResourceSpansData[]
  /** Spans received so far, where it differs from those in `resourceSpans`. */
  readonly spanCount?: number
  /** Size as protobuf in bytes, where it differs from that of `resourceSpans`. */
  readonly sizeBytes?: number
}
