import type { OttlContext } from '../ottl/path'
import type { SpanAttributes, SpanAttributeValue, SpanData } from '../tail-sampling/span-data'

/** The signals whose items can be run through a pipeline. */
export const itemSignals = ['traces', 'metrics', 'logs'] as const
export type ItemSignal = (typeof itemSignals)[number]

/** One data point of a metric. */
export interface PointData {
  readonly name: string
  readonly unit: string
  readonly type: 'sum' | 'gauge' | 'histogram'
  readonly attributes: SpanAttributes
  /** The sum or the gauge; of a histogram its count. */
  readonly value: number
}

/** One log record. */
export interface LogData {
  readonly body: string
  readonly severityNumber: number
  readonly severityText: string
  readonly attributes: SpanAttributes
  readonly traceId?: string
  readonly spanId?: string
}

interface Common {
  /** Attributes of the resource it came from. */
  readonly resource: SpanAttributes
  /** Address of the client whose request brought it; null once a component has kept the item and let the request go. */
  readonly peer: string | null
}

/** A span, a data point or a log record on its way through a Collector. Never changed: a processor makes another. */
export type TelemetryItem =
  | (Common & { readonly signal: 'traces'; readonly span: SpanData })
  | (Common & { readonly signal: 'metrics'; readonly point: PointData })
  | (Common & { readonly signal: 'logs'; readonly log: LogData })

/** The attributes of the span, the data point or the record itself. */
export function attributesOf(item: TelemetryItem): SpanAttributes {
  if (item.signal === 'traces') return item.span.attributes ?? {}
  return item.signal === 'metrics' ? item.point.attributes : item.log.attributes
}

/** The same item with other attributes of its own. */
export function withAttributes(item: TelemetryItem, attributes: SpanAttributes): TelemetryItem {
  if (item.signal === 'traces') return { ...item, span: { ...item.span, attributes } }
  if (item.signal === 'metrics') return { ...item, point: { ...item.point, attributes } }
  return { ...item, log: { ...item.log, attributes } }
}

/** An attribute as text: for comparisons and for people. Absent is null. */
export function textOf(value: SpanAttributeValue | undefined): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What an OTTL condition or statement sees of the item. */
export function ottlContextOf(item: TelemetryItem): OttlContext {
  const resourceSpans = { attributes: item.resource, spans: [] }
  if (item.signal === 'traces') return { span: item.span, resourceSpans }
  if (item.signal === 'metrics') return { span: {}, resourceSpans, point: item.point }
  return { span: {}, resourceSpans, log: item.log }
}
