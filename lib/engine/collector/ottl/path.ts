import type { LogData, PointData } from '../pipeline/telemetry-item'
import type { SpanAttributes, SpanEventData } from '../tail-sampling/span-data'
import type { LocatedSpan } from '../tail-sampling/trace-view'
import { OttlBytes, type OttlValue } from './value'

/** What a condition is asked about: a span, one of its events, a log record, or a data point with its metric. */
export interface OttlContext extends LocatedSpan {
  readonly event?: SpanEventData
  readonly log?: LogData
  readonly point?: PointData
}

export type OttlContextName = 'span' | 'spanevent' | 'log' | 'metric' | 'datapoint' | 'scope' | 'resource'

export type PathReader = (context: OttlContext) => OttlValue

const kinds = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'] as const
const statuses = ['UNSET', 'OK', 'ERROR'] as const

/** Numbers that stand for words. Source: contrib pkg/ottl/contexts/internal/ctxspan/span.go SymbolTable. */
export const symbols: ReadonlyMap<string, number> = new Map([
  ...kinds.map((kind, index) => [`SPAN_KIND_${kind}`, index] as const),
  ...statuses.map((status, index) => [`STATUS_CODE_${status}`, index] as const),
  ...['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'].map(
    (word, index) => [`SEVERITY_NUMBER_${word}`, 4 * index + 1] as const,
  ),
])

const kindOf = (context: OttlContext) => kinds.indexOf(context.span.kind ?? 'UNSPECIFIED')
const capitalised = (word: string) => word[0] + word.slice(1).toLowerCase()
const nanoseconds = (ms: number | undefined) => Math.round((ms ?? 0) * 1e6)
const map = (attributes: SpanAttributes | undefined): OttlValue => (attributes ?? {}) as OttlValue
const id = (hex: string | undefined, digits: number) => (hex ?? '').toLowerCase().padStart(digits, '0')

const spanPaths: Record<string, PathReader> = {
  name: ({ span }) => span.name ?? '',
  attributes: ({ span }) => map(span.attributes),
  kind: kindOf,
  'kind.string': (context) => capitalised(kinds[kindOf(context)]!),
  'kind.deprecated_string': (context) => `SPAN_KIND_${kinds[kindOf(context)]!}`,
  trace_id: ({ span }) => new OttlBytes(id(span.traceId, 32)),
  'trace_id.string': ({ span }) => id(span.traceId, 32),
  span_id: ({ span }) => new OttlBytes(id(span.spanId, 16)),
  'span_id.string': ({ span }) => id(span.spanId, 16),
  parent_span_id: ({ span }) => new OttlBytes(id(span.parentSpanId, 16)),
  'parent_span_id.string': ({ span }) => (span.parentSpanId ? id(span.parentSpanId, 16) : ''),
  trace_state: ({ span }) => span.traceState ?? '',
  status: ({ span }) => statuses.indexOf(span.status ?? 'UNSET'),
  'status.code': ({ span }) => statuses.indexOf(span.status ?? 'UNSET'),
  'status.message': ({ span }) => span.statusMessage ?? '',
  start_time_unix_nano: ({ span }) => nanoseconds(span.startMs),
  end_time_unix_nano: ({ span }) => nanoseconds(span.endMs),
  start_time: ({ span }) => nanoseconds(span.startMs),
  end_time: ({ span }) => nanoseconds(span.endMs),
  flags: ({ span }) => span.flags ?? 0,
  events: ({ span }) =>
    (span.events ?? []).map((event) => ({ name: event.name ?? '', attributes: map(event.attributes) })),
  links: () => [],
  dropped_attributes_count: () => 0,
  dropped_events_count: () => 0,
  dropped_links_count: () => 0,
}

const eventPaths: Record<string, PathReader> = {
  name: ({ event }) => event?.name ?? '',
  attributes: ({ event }) => map(event?.attributes),
  time_unix_nano: ({ event }) => nanoseconds(event?.timeMs),
  time: ({ event }) => nanoseconds(event?.timeMs),
  event_index: ({ event, span }) => (event ? (span.events ?? []).indexOf(event) : -1),
  dropped_attributes_count: () => 0,
}

const resourcePaths: Record<string, PathReader> = {
  attributes: ({ resourceSpans }) => map(resourceSpans.attributes),
  dropped_attributes_count: () => 0,
  schema_url: () => '',
}

const scopePaths: Record<string, PathReader> = {
  name: ({ resourceSpans }) => resourceSpans.scope?.name ?? '',
  version: ({ resourceSpans }) => resourceSpans.scope?.version ?? '',
  attributes: ({ resourceSpans }) => map(resourceSpans.scope?.attributes),
  dropped_attributes_count: () => 0,
  schema_url: () => '',
}

const logPaths: Record<string, PathReader> = {
  body: ({ log }) => log?.body ?? null,
  'body.string': ({ log }) => log?.body ?? '',
  attributes: ({ log }) => map(log?.attributes),
  severity_number: ({ log }) => log?.severityNumber ?? 0,
  severity_text: ({ log }) => log?.severityText ?? '',
  trace_id: ({ log }) => new OttlBytes(id(log?.traceId, 32)),
  'trace_id.string': ({ log }) => id(log?.traceId, 32),
  span_id: ({ log }) => new OttlBytes(id(log?.spanId, 16)),
  'span_id.string': ({ log }) => id(log?.spanId, 16),
}

const metricTypes = { gauge: 1, sum: 2, histogram: 3 } as const
const metricPaths: Record<string, PathReader> = {
  name: ({ point }) => point?.name ?? '',
  unit: ({ point }) => point?.unit ?? '',
  description: () => '',
  type: ({ point }) => metricTypes[point?.type ?? 'gauge'],
}

const pointPaths: Record<string, PathReader> = {
  attributes: ({ point }) => map(point?.attributes),
  value_int: ({ point }) => Math.trunc(point?.value ?? 0),
  value_double: ({ point }) => point?.value ?? 0,
  count: ({ point }) => point?.value ?? 0,
}

const contexts: Record<string, Record<string, PathReader>> = {
  span: spanPaths,
  spanevent: eventPaths,
  log: logPaths,
  metric: metricPaths,
  datapoint: pointPaths,
  resource: resourcePaths,
  instrumentation_scope: scopePaths,
  scope: scopePaths,
}

/**
 * How to read a path in a context, or what OTTL says of one it does not know. The path comes without its keys.
 *
 * Source: contrib pkg/ottl/contexts/ottlspan and ottlspanevent README; ctxerror.New for the wording.
 */
export function findPath(names: readonly string[], context: OttlContextName): PathReader | string {
  const first = names[0]!
  // A span event has no sight of names that only its span knows, unless the path says span.
  const isContext = names.length > 1 && first in contexts && !(first === 'spanevent' && context === 'span')
  const paths = contexts[isContext ? first : context]!
  const rest = (isContext ? names.slice(1) : names).join('.')
  if (Object.hasOwn(paths, rest)) return paths[rest]!
  return (
    `segment ${JSON.stringify(isContext ? names[1] : first)} from path ${JSON.stringify(rest)} is not a valid path ` +
    `nor a valid OTTL keyword for the ${isContext ? first : context} context`
  )
}
