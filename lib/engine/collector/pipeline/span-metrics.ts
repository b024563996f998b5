import { parseGoDuration } from '../go-duration'
import type { SpanAttributes } from '../tail-sampling/span-data'
import { sectionsIn, textIn } from './given'
import type { Next, Report, Stage } from './stage'
import { type TelemetryItem, textOf } from './telemetry-item'

export interface SpanMetricsSettings {
  /** First part of the metrics' names. */
  readonly namespace: string
  readonly flushMs: number
  /** Attributes of span or resource beside the four that are always there. */
  readonly dimensions: readonly string[]
}

/** Source: opentelemetry-collector-contrib connector/spanmetricsconnector/README.md. */
export function spanMetricsSettings(given: { readonly [key: string]: unknown }): SpanMetricsSettings {
  const interval = given.metrics_flush_interval
  const parsed = typeof interval === 'string' ? parseGoDuration(interval) : null
  return {
    namespace: typeof given.namespace === 'string' ? given.namespace : 'traces.span.metrics',
    flushMs: parsed !== null && typeof parsed !== 'string' ? parsed.nanoseconds / 1e6 : 60_000,
    dimensions: sectionsIn(given.dimensions).flatMap(({ name }) => textIn(name) ?? []),
  }
}

/**
 * The spanmetrics connector: it counts the spans that reach it, by service, name, kind and status, and sends the sums so
 * far each interval. It knows nothing of spans that were sampled away before it. Durations are not modelled: the histogram's
 * count equals the calls.
 *
 * Source: opentelemetry-collector-contrib connector/spanmetricsconnector/connector.go.
 */
export function createSpanMetrics(settings: SpanMetricsSettings, report: Report, next: Next): Stage {
  const series = new Map<string, { resource: SpanAttributes; attributes: SpanAttributes; calls: number }>()
  let flushedMs = 0
  return {
    held: 0,
    consume(items) {
      for (const item of items) {
        if (item.signal !== 'traces') continue
        const { span, resource } = item
        const status = span.status ?? 'UNSET'
        const attributes: Record<string, SpanAttributes[string]> = {
          'service.name': textOf(resource['service.name']) ?? 'unknown_service',
          'span.name': span.name ?? '',
          'span.kind': `SPAN_KIND_${span.kind ?? 'UNSPECIFIED'}`,
          'status.code': `STATUS_CODE_${status}`,
        }
        for (const name of settings.dimensions) {
          const value = span.attributes?.[name] ?? resource[name]
          if (value !== undefined && value !== null) attributes[name] = value
        }
        const id = JSON.stringify(attributes)
        const known = series.get(id)
        if (known) known.calls += 1
        else
          series.set(id, { resource: { 'service.name': attributes['service.name']! }, attributes, calls: 1 })
      }
      return null
    },
    advance(nowMs) {
      if (nowMs - flushedMs < settings.flushMs) return
      flushedMs = nowMs
      const points = [...series.values()].flatMap(({ resource, attributes, calls }): TelemetryItem[] => {
        const point = { unit: '1', type: 'sum', attributes, value: calls } as const
        const duration = { unit: 'ms', type: 'histogram', attributes, value: calls } as const
        const common = { signal: 'metrics', resource, peer: null } as const
        return [
          { ...common, point: { ...point, name: `${settings.namespace}.calls` } },
          { ...common, point: { ...duration, name: `${settings.namespace}.duration` } },
        ]
      })
      if (points.length === 0) return
      for (const point of points) {
        report({
          fate: 'made',
          why: 'the sums so far, by service, name, kind and status',
          before: null,
          after: point,
        })
      }
      next(points, nowMs)
    },
  }
}
