import type { Next } from '@/lib/engine/collector/pipeline/stage'
import type { TelemetryItem } from '@/lib/engine/collector/pipeline/telemetry-item'

/** A span on its way. */
export type SpanItem = TelemetryItem & { signal: 'traces' }
/** A span with what a test is about. */
export function span(changes: Partial<SpanItem['span']> = {}, resource: SpanItem['resource'] = {}): SpanItem {
  return {
    signal: 'traces',
    peer: '10.4.0.10',
    resource,
    span: { name: 'GET /', kind: 'SERVER', ...changes },
  }
}
/** A log record. */
export const log = (body: string, severityNumber: number): TelemetryItem => ({
  signal: 'logs',
  peer: null,
  resource: {},
  log: { body, severityNumber, severityText: 'INFO', attributes: {} },
})
/** A data point. */
export const point = (name: string, attributes = {}): TelemetryItem => ({
  signal: 'metrics',
  peer: null,
  resource: {},
  point: { name, unit: '1', type: 'sum', attributes, value: 3 },
})
/** What follows a component in a test, and what it was handed. */
export function collect() {
  const batches: (readonly TelemetryItem[])[] = []
  const next: Next = (items) => {
    batches.push(items)
    return null
  }
  return { batches, next }
}
/** Spans without a difference. */
export const many = (count: number) => Array.from({ length: count }, () => span())
