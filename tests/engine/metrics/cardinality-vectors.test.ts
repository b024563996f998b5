import { describe, expect, test } from 'vitest'
import {
  type Attributes,
  countChurnedSeries,
  countPrometheusSeries,
  isSameAttributeSet,
  type LimitRule,
  type MetricPoint,
  MetricStream,
  type PrometheusType,
  seriesUpperBound,
  streamsOf,
} from '@/lib/engine'
import file from '../vectors/cardinality.json'

interface Case {
  readonly name: string
  readonly input: Record<string, unknown>
  readonly expected: Record<string, unknown>
}

const counter = { name: 'requests', kind: 'counter' } as const

/** What a counter of one per measurement collects, under a limit and a view that keeps only some names. */
function collect(
  sets: readonly Attributes[],
  limit: unknown,
  kept: unknown,
  limitRule: LimitRule,
): MetricPoint[] {
  const cardinalityLimit = typeof limit === 'number' ? { cardinalityLimit: limit } : {}
  const attributeKeys = Array.isArray(kept) ? { attributeKeys: kept as string[] } : {}
  const [config] = streamsOf(counter, [
    { instrumentName: '*', stream: { ...cardinalityLimit, ...attributeKeys } },
  ])
  const stream = new MetricStream(config!, { limitRule })
  for (const set of sets) stream.record(1, set)
  return stream.collect(1)
}

const sumOf = (point: MetricPoint) => (point.value.kind === 'sum' ? point.value.value : Number.NaN)
const overflowOf = (points: MetricPoint[]) =>
  points.find((point) => 'otel.metric.overflow' in point.attributes)

function answer({ input }: Case): unknown {
  if ('labels' in input) return { upperBoundSeries: seriesUpperBound(input.labels as Record<string, number>) }
  if ('instrument' in input) {
    const labelSets = input.labelSets as number
    const parts = (input.bounds ?? input.quantiles ?? 0) as number
    const instances = (input.instances ?? 1) as number
    return { series: countPrometheusSeries(input.instrument as PrometheusType, labelSets, parts, instances) }
  }
  if ('pods' in input) return { distinctSeries: countChurnedSeries(input as never) }
  if ('a' in input) return { sameStream: isSameAttributeSet(input.a as Attributes, input.b as Attributes) }
  if ('attributeSets' in input) {
    const sets = Array.from({ length: input.attributeSets as number }, (_, id) => ({ a: 'x', id }))
    const outcome = (rule: LimitRule) => {
      const points = collect(sets, input.limit, input.viewKeeps, rule)
      const overflow = overflowOf(points)
      return {
        normalSets: points.length - (overflow ? 1 : 0),
        measurementsInOverflow: overflow ? sumOf(overflow) : 0,
      }
    }
    return { spec: outcome('specification'), otelJs: outcome('opentelemetry-js') }
  }
  const sets = Array.from({ length: input.measurements as number }, (_, measurement) => ({
    method: 'GET',
    user: measurement % (input.distinct as number),
  }))
  const kept = input.viewDropsHighCardAttr ? ['method'] : null
  const js = collect(sets, input.limit, kept, 'opentelemetry-js')
  const specified = collect(sets, input.limit, kept, 'specification')
  const overflow = overflowOf(js)
  return {
    otelJsPoints: js.length,
    otelJsOverflowValue: overflow ? sumOf(overflow) : null,
    total: specified.reduce((sum, point) => sum + sumOf(point), 0),
    specOverflowAllowed: overflowOf(specified) !== undefined,
  }
}

describe('the cardinality vectors', () => {
  test.each(file.cases as Case[])('$name', (one) => {
    expect(answer(one)).toEqual(one.expected)
  })
})
