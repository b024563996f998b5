import { attributesOf, type TelemetryItem, withAttributes } from '../pipeline/telemetry-item'
import type { SpanAttributes, SpanAttributeValue, SpanData } from '../tail-sampling/span-data'
import type { OttlContextName } from './path'
import type { PathField } from './syntax'
import { isMap, OttlFailure, type OttlValue } from './value'

/** A place in an item that a statement may write to. */
export interface Target {
  read(item: TelemetryItem): OttlValue
  write(item: TelemetryItem, value: OttlValue): TelemetryItem
}

/** A value as an attribute holds it. Ids and durations are not written back. */
function storable(value: OttlValue): SpanAttributeValue {
  return value as SpanAttributeValue
}

function mapTarget(
  read: (item: TelemetryItem) => SpanAttributes,
  write: (item: TelemetryItem, map: SpanAttributes) => TelemetryItem,
  key: string | null,
): Target {
  if (key === null) {
    return {
      read: (item) => read(item) as OttlValue,
      write(item, value) {
        if (!isMap(value)) throw new OttlFailure('expected a map')
        return write(item, value as SpanAttributes)
      },
    }
  }
  return {
    read: (item) => (read(item)[key] ?? null) as OttlValue,
    write: (item, value) => write(item, { ...read(item), [key]: storable(value) }),
  }
}

const statuses = ['UNSET', 'OK', 'ERROR'] as const

function spanField(
  read: (span: SpanData) => OttlValue,
  write: (value: OttlValue) => Partial<SpanData>,
): Target {
  return {
    read: (item) => (item.signal === 'traces' ? read(item.span) : null),
    write: (item, value) =>
      item.signal === 'traces' ? { ...item, span: { ...item.span, ...write(value) } } : item,
  }
}

function logField(key: 'body' | 'severityText' | 'severityNumber'): Target {
  return {
    read: (item) => (item.signal === 'logs' ? item.log[key] : null),
    write: (item, value) => (item.signal === 'logs' ? { ...item, log: { ...item.log, [key]: value } } : item),
  }
}

function pointField(key: 'name' | 'unit'): Target {
  return {
    read: (item) => (item.signal === 'metrics' ? item.point[key] : null),
    write: (item, value) =>
      item.signal === 'metrics' ? { ...item, point: { ...item.point, [key]: String(value) } } : item,
  }
}

const status = spanField(
  (span) => statuses.indexOf(span.status ?? 'UNSET'),
  (value) => ({ status: statuses[Number(value)] ?? 'UNSET' }),
)
const fields: Readonly<Record<string, Readonly<Record<string, Target>>>> = {
  span: {
    name: spanField(
      (span) => span.name ?? '',
      (value) => ({ name: String(value) }),
    ),
    status,
    'status.code': status,
    'status.message': spanField(
      (span) => span.statusMessage ?? '',
      (value) => ({ statusMessage: String(value) }),
    ),
  },
  log: {
    body: logField('body'),
    severity_text: logField('severityText'),
    severity_number: logField('severityNumber'),
  },
  metric: { name: pointField('name'), unit: pointField('unit') },
  datapoint: {},
  resource: {},
}

/**
 * The place that a path names in a context; a text says why it cannot be written here.
 *
 * Source: contrib pkg/ottl/contexts, the README of each.
 */
export function findTarget(path: readonly PathField[], context: OttlContextName): Target | string {
  const first = path[0]!
  const isContext = path.length > 1 && Object.hasOwn(fields, first.name)
  const level = isContext ? first.name : context
  const rest = isContext ? path.slice(1) : path
  const name = rest.map((field) => field.name).join('.')
  const unwritable = `path ${JSON.stringify(path.map((field) => field.name).join('.'))} cannot be written here`
  if (name === 'attributes') {
    const [key, ...deeper] = rest[0]!.keys
    if (deeper.length > 0 || (key && (key.kind !== 'literal' || typeof key.value !== 'string')))
      return unwritable
    const named = key?.kind === 'literal' ? String(key.value) : null
    return level === 'resource'
      ? mapTarget(
          (item) => item.resource,
          (item, resource) => ({ ...item, resource }),
          named,
        )
      : mapTarget(attributesOf, withAttributes, named)
  }
  if (rest.some((field) => field.keys.length > 0)) return unwritable
  const known = fields[level]
  return known && Object.hasOwn(known, name) ? known[name]! : unwritable
}
