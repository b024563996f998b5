import type { Exemplar } from './exemplar'

/** The most characters that the names and values of an exemplar's labels may have together. Source: OpenMetrics 1.0, Exemplars. */
export const openMetricsExemplarLimit = 128

/** How many characters (code points, not bytes) an exemplar's labels take, and whether that is allowed. */
export function measureExemplarLabels(labels: Readonly<Record<string, string>>): {
  readonly chars: number
  readonly allowed: boolean
} {
  let chars = 0
  for (const [name, value] of Object.entries(labels)) chars += [...name].length + [...value].length
  return { chars, allowed: chars <= openMetricsExemplarLimit }
}

/**
 * The labels that an exemplar has in OpenMetrics: its ids first, which take 63 characters, then each filtered attribute
 * that still fits; the others are dropped.
 *
 * Source: specification/compatibility/prometheus_and_openmetrics.md, Exemplars.
 */
export function toOpenMetricsLabels(exemplar: Exemplar): Record<string, string> {
  const labels: Record<string, string> = {}
  if (exemplar.traceId) labels.trace_id = exemplar.traceId
  if (exemplar.spanId) labels.span_id = exemplar.spanId
  for (const [name, value] of Object.entries(exemplar.filteredAttributes)) {
    const label = name.replace(/[^a-zA-Z0-9_]/g, '_')
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (measureExemplarLabels({ ...labels, [label]: text }).allowed) labels[label] = text
  }
  return labels
}
