import { utf8Length } from '../utf8-length'
import type {
  ResourceSpansData,
  SpanAttributes,
  SpanAttributeValue,
  SpanData,
  SpanEventData,
} from './span-data'

/** Bytes of a protobuf varint. */
function varint(value: number): number {
  if (value < 0) return 10
  let bytes = 1
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1
  return bytes
}

/** A field with a length in front: the tag (one byte for numbers up to 15), the length, the content. */
const delimited = (length: number, tag = 1) => tag + varint(length) + length
const text = (value: string | undefined, tag = 1) => (value ? delimited(utf8Length(value), tag) : 0)

function anyValue(value: SpanAttributeValue): number {
  if (value === null) return 0
  if (typeof value === 'string') return delimited(utf8Length(value))
  if (typeof value === 'boolean') return 2
  if (typeof value === 'number') return Number.isInteger(value) ? 1 + varint(value) : 9
  if (Array.isArray(value)) {
    return delimited(value.reduce<number>((sum, item) => sum + delimited(anyValue(item)), 0))
  }
  return delimited(keyValues(value as SpanAttributes))
}

function keyValues(attributes: SpanAttributes | undefined): number {
  let sum = 0
  for (const [key, value] of Object.entries(attributes ?? {}))
    sum += delimited(text(key) + delimited(anyValue(value)))
  return sum
}

function event(data: SpanEventData): number {
  return (data.timeMs ? 9 : 0) + text(data.name) + keyValues(data.attributes)
}

function span(data: SpanData): number {
  const status =
    (data.statusMessage ? text(data.statusMessage) : 0) + (data.status && data.status !== 'UNSET' ? 2 : 0)
  let size = delimited(16) + delimited(8) + text(data.traceState) + (data.parentSpanId ? delimited(8) : 0)
  size += text(data.name) + (data.kind && data.kind !== 'UNSPECIFIED' ? 2 : 0)
  size += (data.startMs ? 9 : 0) + (data.endMs ? 9 : 0) + keyValues(data.attributes)
  for (const item of data.events ?? []) size += delimited(event(item))
  // Field 15 is the status, field 16 the flags: the latter's tag takes two bytes.
  return size + delimited(status) + (data.flags ? 6 : 0)
}

/**
 * The size of spans of one resource as an OTLP protobuf message, in bytes, as the Collector's ResourceSpansSize counts
 * it: what maximum_trace_size_bytes adds up for every arriving group.
 *
 * Source: opentelemetry-proto trace/v1/trace.proto; the Go marshaler always writes resource, scope and status.
 */
export function resourceSpansSize(group: ResourceSpansData): number {
  const scope = text(group.scope?.name) + text(group.scope?.version) + keyValues(group.scope?.attributes)
  const spans = group.spans.reduce((sum, item) => sum + delimited(span(item)), 0)
  return delimited(keyValues(group.attributes)) + delimited(delimited(scope) + spans)
}

/** The size of a whole trace, its groups one after another: what a bytes_limiting policy takes from its bucket. */
export function tracesSize(groups: readonly ResourceSpansData[]): number {
  return groups.reduce((sum, group) => sum + delimited(resourceSpansSize(group)), 0)
}
