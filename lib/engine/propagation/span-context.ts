import type { TracestateMember } from './tracestate'

/** The part of a span that travels: OpenTelemetry's SpanContext. */
export interface SpanContext {
  /** 32 lower-case hexadecimal digits. */
  readonly traceId: string
  /** 16 lower-case hexadecimal digits. */
  readonly spanId: string
  /** 0 to 255; bit 0 sampled, bit 1 random. */
  readonly traceFlags: number
  /** True if it came from another process. */
  readonly isRemote: boolean
  readonly tracestate: readonly TracestateMember[]
}
