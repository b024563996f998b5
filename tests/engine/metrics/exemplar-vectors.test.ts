import { describe, expect, test } from 'vitest'
import {
  type Aggregation,
  type Attributes,
  bucketBounds,
  bucketIndex,
  createRandom,
  defaultReservoir,
  type ExemplarFilter,
  type InstrumentKind,
  isExemplarEligible,
  type MeasurementContext,
  MetricStream,
  measureExemplarLabels,
  streamsOf,
} from '@/lib/engine'
import file from '../vectors/exemplars.json'

interface Case {
  readonly name: string
  readonly input: Record<string, unknown>
  readonly expected: Record<string, unknown>
}

const span = (sampled: boolean): MeasurementContext => ({
  traceId: 'a'.repeat(32),
  spanId: 'b'.repeat(16),
  sampled,
})
const contexts: Record<string, MeasurementContext | null> = {
  none: null,
  sampled: span(true),
  unsampled: span(false),
}

/** `explicit_bucket_histogram(15 bounds)` and its like, as the vectors write them. */
function readAggregation(text: string): Aggregation {
  const number = Number(/(\d+)(?: bounds)?\)/.exec(text)?.[1] ?? 0)
  if (text.startsWith('explicit'))
    return {
      kind: 'explicit_bucket_histogram',
      boundaries: Array.from({ length: number }, (_, bound) => bound),
    }
  if (text.startsWith('base2'))
    return { kind: 'base2_exponential_bucket_histogram', maxSize: number || 160, maxScale: 20 }
  return { kind: text.startsWith('sum') ? 'sum' : 'last_value' }
}

function recordOne(kind: InstrumentKind, value: number, attributes: Attributes, keys: unknown) {
  const stream = { ...(Array.isArray(keys) ? { attributeKeys: keys as string[] } : {}) }
  const [config] = streamsOf({ name: 'm', kind }, [{ instrumentName: 'm', stream }])
  const metric = new MetricStream(config!, { exemplars: { filter: 'always_on', random: createRandom(1) } })
  metric.record(value, attributes)
  return metric.collect(1)[0]!
}

function answer({ input }: Case): unknown {
  if ('boundaries' in input) {
    const boundaries = input.boundaries as number[]
    const index = bucketIndex(boundaries, input.value as number)
    return { bucketIndex: index, bounds: bucketBounds(boundaries, index) }
  }
  if ('filter' in input)
    return {
      eligible: isExemplarEligible(input.filter as ExemplarFilter, contexts[input.context as string]!),
    }
  if ('aggregation' in input) {
    const { kind, size } = defaultReservoir(readAggregation(input.aggregation as string))
    return { reservoir: kind, size }
  }
  if ('measurement' in input) {
    const point = recordOne('counter', 1, input.measurement as Attributes, input.viewKeeps)
    return {
      pointAttributes: point.attributes,
      exemplarFilteredAttributes: point.exemplars[0]!.filteredAttributes,
    }
  }
  if ('instrument' in input) {
    const value = (input.record ?? input.add ?? input.increment) as number
    const kind = input.instrument as InstrumentKind
    return { exemplarValue: recordOne(kind, value, {}, null).exemplars[0]!.value }
  }
  return measureExemplarLabels(input.labels as Record<string, string>)
}

describe('the exemplar vectors', () => {
  test.each(file.cases as Case[])('$name', (one) => {
    expect(answer(one)).toEqual(one.expected)
  })
})
