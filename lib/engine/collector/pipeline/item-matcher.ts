import { compileGoRegex } from '../go-regex'
import type { SpanAttributeValue } from '../tail-sampling/span-data'
import { sectionsIn, textIn, textsIn } from './given'
import { attributesOf, type TelemetryItem, textOf } from './telemetry-item'

/** `include` or `exclude` of the attributes processor. */
export interface MatchProperties {
  readonly match_type?: unknown
  readonly services?: unknown
  readonly span_names?: unknown
  readonly metric_names?: unknown
  readonly log_bodies?: unknown
  readonly attributes?: unknown
}

/**
 * A test for `include` and `exclude`: every property that is given must match, by one of its values. The attributes must
 * match all.
 *
 * Source: opentelemetry-collector-contrib processor/attributesprocessor/README.md, Includes/Excludes.
 */
export function matcherOf(properties: MatchProperties): (item: TelemetryItem) => boolean {
  const one = (value: string) => {
    if (properties.match_type !== 'regexp') return (text: string) => text === value
    const regex = compileGoRegex(value)
    return (text: string) => typeof regex !== 'string' && regex.test(text)
  }
  const any = (given: unknown) => {
    const values = textsIn(given)
    if (values.length === 0) return () => true
    const tests = values.map(one)
    return (text: string | null) => text !== null && tests.some((test) => test(text))
  }
  const service = any(properties.services)
  const spanName = any(properties.span_names)
  const metricName = any(properties.metric_names)
  const body = any(properties.log_bodies)
  const wanted = sectionsIn(properties.attributes).map(({ key, value }) => {
    const text = textOf(value as SpanAttributeValue | undefined)
    const test = text === null ? () => true : one(text)
    return [textIn(key) ?? '', test] as const
  })
  return (item) =>
    service(textOf(item.resource['service.name'])) &&
    (item.signal !== 'traces' || spanName(item.span.name ?? '')) &&
    (item.signal !== 'metrics' || metricName(item.point.name)) &&
    (item.signal !== 'logs' || body(item.log.body)) &&
    wanted.every(([key, test]) => {
      const found = textOf(attributesOf(item)[key] ?? item.resource[key])
      return found !== null && test(found)
    })
}
