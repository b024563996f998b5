import { compileCondition } from '../ottl/condition'
import type { SpanAttributes } from '../tail-sampling/span-data'
import { sectionIn, sectionsIn, textIn, textsIn } from './given'
import { attributesOf, type ItemSignal, ottlContextOf, type TelemetryItem } from './telemetry-item'

const sections = { traces: 'spans', metrics: 'datapoints', logs: 'logs' } as const
const defaults = {
  traces: 'trace.span.count',
  metrics: 'metric.data_point.count',
  logs: 'log.record.count',
} as const
const contexts = { traces: 'span', metrics: 'datapoint', logs: 'log' } as const

/**
 * Counts items as the count connector does: one point for each metric, resource and set of the attributes asked for, with
 * the number of items of this very request. The default metrics are those of an empty configuration.
 *
 * Source: opentelemetry-collector-contrib connector/countconnector/README.md.
 */
export function createCounter(
  given: { readonly [key: string]: unknown },
  signal: ItemSignal,
): (items: readonly TelemetryItem[]) => TelemetryItem[] {
  const own = Object.entries(sectionIn(given[sections[signal]]))
  const metrics = (own.length > 0 ? own : [[defaults[signal], null] as const]).map(([name, value]) => {
    const setting = sectionIn(value)
    const conditions = textsIn(setting.conditions).flatMap((text) => {
      const compiled = compileCondition(text, contexts[signal])
      return compiled.ok ? [compiled.condition] : []
    })
    const attributes = sectionsIn(setting.attributes).map(({ key, default_value: fallback }) => ({
      key: textIn(key) ?? '',
      fallback: typeof fallback === 'string' || typeof fallback === 'number' ? fallback : undefined,
    }))
    return { name, conditions, attributes }
  })
  return (items) =>
    metrics.flatMap(({ name, conditions, attributes }) => {
      const points = new Map<string, { resource: SpanAttributes; set: SpanAttributes; count: number }>()
      for (const item of items) {
        const about = ottlContextOf(item)
        const counts = conditions.map((condition) => condition(about))
        if (counts.length > 0 && !counts.some((answer) => answer.ok && answer.value)) continue
        const set: Record<string, SpanAttributes[string]> = {}
        for (const { key, fallback } of attributes) {
          const value = attributesOf(item)[key] ?? item.resource[key] ?? fallback
          if (value !== undefined && value !== null) set[key] = value
        }
        const id = JSON.stringify([item.resource, set])
        const known = points.get(id)
        if (known) known.count += 1
        else points.set(id, { resource: item.resource, set, count: 1 })
      }
      return [...points.values()].map(({ resource, set, count }): TelemetryItem => {
        const point = { name, unit: '1', type: 'sum', attributes: set, value: count } as const
        return { signal: 'metrics', resource, peer: null, point }
      })
    })
}
