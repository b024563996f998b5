import { compileCondition } from '../ottl/condition'
import type { SpanAttributes } from '../tail-sampling/span-data'
import { attributesOf, type ItemSignal, ottlContextOf, type TelemetryItem } from './telemetry-item'

/** One metric of the count connector, as its YAML has it. */
interface CountSetting {
  readonly conditions?: readonly string[]
  readonly attributes?: readonly { readonly key?: string; readonly default_value?: string | number }[]
}

const sections = { traces: 'spans', metrics: 'datapoints', logs: 'logs' } as const
const defaults = {
  traces: 'trace.span.count',
  metrics: 'metric.datapoint.count',
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
  const section = given[sections[signal]] as Record<string, CountSetting | null> | undefined
  const metrics = Object.entries(section ?? { [defaults[signal]]: null }).map(([name, setting]) => {
    const conditions = (setting?.conditions ?? []).flatMap((text) => {
      const compiled = compileCondition(text, contexts[signal])
      return compiled.ok ? [compiled.condition] : []
    })
    return { name, conditions, attributes: setting?.attributes ?? [] }
  })
  return (items) =>
    metrics.flatMap(({ name, conditions, attributes }) => {
      const points = new Map<string, { resource: SpanAttributes; set: SpanAttributes; count: number }>()
      for (const item of items) {
        const about = ottlContextOf(item)
        const counts = conditions.map((condition) => condition(about))
        if (counts.length > 0 && !counts.some((answer) => answer.ok && answer.value)) continue
        const set: Record<string, SpanAttributes[string]> = {}
        for (const { key = '', default_value: fallback } of attributes) {
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
