import type { Emission, QueryName } from './params'

/** The two names of each thing that is asked for here. */
export const attributeNames = { old: 'http.method', new: 'http.request.method' } as const
export const metricNames = { old: 'http.server.duration', new: 'http.server.request.duration' } as const

/** How often a query counts one request: 0 is missed, 2 is counted twice. */
export function timesCounted(query: QueryName, emission: Emission): number {
  const old = emission !== 'new' ? 1 : 0
  const now = emission !== 'old' ? 1 : 0
  switch (query) {
    case 'span-old':
    case 'metric-old':
      return old
    case 'span-new':
    case 'metric-new':
      return now
    case 'span-either':
      // One span with both attributes is one span.
      return Math.max(old, now)
    case 'metric-sum':
      // Two metrics are two: each request is in both.
      return old + now
  }
}

/** The query as it would be written, in words. */
export const queryWords: Record<QueryName, string> = {
  'span-old': `spans where ${attributeNames.old} = POST`,
  'span-new': `spans where ${attributeNames.new} = POST`,
  'span-either': `spans where ${attributeNames.old} = POST or ${attributeNames.new} = POST`,
  'metric-old': `count of ${metricNames.old}`,
  'metric-new': `count of ${metricNames.new}`,
  'metric-sum': `count of ${metricNames.old} + count of ${metricNames.new}`,
}

/**
 * The mean that a query of metrics gives of durations in seconds, in the numbers that the backend has: milliseconds under
 * the old name, seconds under the new, and under both a mean of the two that means nothing. Null without a request.
 */
export function meanOf(
  query: QueryName,
  seconds: readonly { emission: Emission; value: number }[],
): number | null {
  const values: number[] = []
  for (const { emission, value } of seconds) {
    if (emission !== 'new' && query !== 'metric-new') values.push(value * 1000)
    if (emission !== 'old' && query !== 'metric-old') values.push(value)
  }
  if (values.length === 0) return null
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
