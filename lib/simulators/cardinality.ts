import { z } from 'zod'
import {
  type Aggregation,
  type Attributes,
  type AttributeValue,
  countExemplarLinks,
  createRandom,
  defaultCardinalityLimit,
  defaultExponential,
  type ExemplarLink,
  httpDurationBoundaries,
  type MetricPoint,
  MetricStream,
  type Random,
  streamsOf,
} from '../engine'
import { costAssumptions, costOf, instruments, type SeriesCost } from './cardinality-cost'
import { type CardinalityOutcome, explainCardinality } from './cardinality-sentence'
import type { Run } from './simulator'

/** Where an attribute of a request goes: into the metric, into the metric but out by a view, or to the span alone. */
export const attributePlaces = ['metric', 'view', 'span'] as const

export const cardinalityParams = z.object({
  seed: z.number().int().min(0).default(1),
  attributes: z
    .array(
      z.object({
        key: z.string().min(1).max(60),
        values: z.number().int().min(1).max(10_000_000),
        place: z.enum(attributePlaces),
      }),
    )
    .max(8)
    .default([
      { key: 'http.request.method', values: 5, place: 'metric' },
      { key: 'http.response.status_code', values: 6, place: 'metric' },
      { key: 'http.route', values: 20, place: 'metric' },
      { key: 'user.id', values: 1_000_000, place: 'span' },
    ]),
  instrument: z.enum(instruments).default('histogram'),
  instances: z.number().int().min(1).max(1000).default(10),
  limit: z.number().int().min(1).max(20_000).default(defaultCardinalityLimit),
  limitRule: z.enum(['specification', 'opentelemetry-js']).default('specification'),
  /** Of one instance. */
  requestsPerSecond: z.number().int().min(1).max(100_000).default(500),
  /** Share of requests that fail, with the last status code. */
  failureRate: z.number().min(0).max(1).default(0.02),
  exemplars: z.boolean().default(false),
  /** Share of traces that tail sampling lets through to the store. */
  tracesKept: z.number().min(0).max(1).default(0.1),
  cost: costAssumptions.prefault({}),
})
export type CardinalityParams = z.output<typeof cardinalityParams>

export interface CardinalityView extends CardinalityOutcome {
  readonly elapsedMs: number
  /** Most sets that the metric's attributes can make. */
  readonly possibleSets: number
  /** Requests at which each of the latest series was born, newest last; at most 50. */
  readonly births: readonly { readonly request: number; readonly attributes: Attributes }[]
  /** The largest series, the overflow always among them. */
  readonly rows: readonly {
    readonly attributes: Attributes
    readonly count: number
    readonly isOverflow: boolean
  }[]
  readonly exemplars: Readonly<Record<ExemplarLink, number>>
  /** What the SDK itself holds, in bytes without strings. */
  readonly sdkBytes: number
  readonly cost: SeriesCost
  readonly sentence: string
}

const statusKey = 'http.response.status_code'
const shownRows = 12
/** Of a periodic reader: when exemplars start anew. Source: specification/metrics/sdk.md, Periodic exporting MetricReader. */
const exportIntervalMs = 60_000

/** One instance's SDK told of every request as it would be, and what its series then cost in all instances. */
export const cardinality = {
  params: cardinalityParams,
  start: (params: CardinalityParams): Run<CardinalityView> => new CardinalityRun(params),
}

class CardinalityRun implements Run<CardinalityView> {
  private elapsedMs = 0
  private requests = 0
  private failures = 0
  private readonly stream: MetricStream
  private readonly random: Random
  private readonly births: { request: number; attributes: Attributes }[] = []

  constructor(private readonly params: CardinalityParams) {
    this.random = createRandom(params.seed)
    const excludedAttributeKeys = params.attributes
      .filter(({ place }) => place === 'view')
      .map(({ key }) => key)
    const [config] = streamsOf(
      {
        name: 'http.server.request.duration',
        kind: params.instrument === 'counter' ? 'counter' : 'histogram',
      },
      [
        {
          instrumentName: 'http.server.request.duration',
          stream: {
            excludedAttributeKeys,
            cardinalityLimit: params.limit,
            aggregation: aggregationOf(params),
          },
        },
      ],
    )
    const dice = createRandom(params.seed + 1)
    this.stream = new MetricStream(config!, {
      limitRule: params.limitRule,
      ...(params.exemplars ? { exemplars: { filter: 'trace_based', random: dice } } : {}),
    })
  }

  advance(ms: number): void {
    const until = this.elapsedMs + ms
    while (this.elapsedMs < until) {
      const nextExport = (Math.floor(this.elapsedMs / exportIntervalMs) + 1) * exportIntervalMs
      this.elapsedMs = Math.min(until, nextExport)
      const due = Math.floor((this.elapsedMs * this.params.requestsPerSecond) / 1000)
      while (this.requests < due) this.request()
      if (this.elapsedMs === nextExport) this.stream.collect(this.elapsedMs)
    }
  }

  view(): CardinalityView {
    const { params, stream, requests, failures } = this
    const points = stream.peek(this.elapsedMs)
    const overflow = points.find(isOverflow)
    const asksStatus = params.attributes.find(({ key, place }) => key === statusKey && place === 'metric')
    const failed = statusOf(asksStatus?.values ?? 1, true)
    const answered = points.filter(({ attributes }) => attributes[statusKey] === failed)
    const outcome: CardinalityOutcome = {
      requests,
      series: stream.seriesCount,
      limit: params.limit,
      inOverflow: overflow ? countOf(overflow) : 0,
      reported: points.reduce((sum, point) => sum + countOf(point), 0),
      failures,
      failuresFound: asksStatus ? answered.reduce((sum, point) => sum + countOf(point), 0) : null,
    }
    const sets = outcome.series + (overflow ? 1 : 0)
    const kept = Math.floor(params.tracesKept * 0x1_0000_0000)
    return {
      ...outcome,
      elapsedMs: this.elapsedMs,
      possibleSets: params.attributes.reduce(
        (product, { place, values }) => (place === 'metric' ? product * values : product),
        1,
      ),
      births: [...this.births],
      rows: points
        .map((point) => ({
          attributes: point.attributes,
          count: countOf(point),
          isOverflow: isOverflow(point),
        }))
        .sort((a, b) => Number(b.isOverflow) - Number(a.isOverflow) || b.count - a.count)
        .slice(0, shownRows),
      exemplars: countExemplarLinks(
        points.flatMap((point) => point.exemplars),
        (traceId) => Number.parseInt(traceId.slice(0, 8), 16) < kept,
      ),
      sdkBytes: stream.byteLength,
      cost: costOf(sets, params.instances, params.instrument, params.cost),
      sentence: explainCardinality(outcome),
    }
  }

  /** Milliseconds at which a request of that number was made: they come at even distances. */
  private momentOf(request: number): number {
    return (request * 1000) / this.params.requestsPerSecond
  }

  private request(): void {
    const { params, random } = this
    const failed = random.next() < params.failureRate
    const attributes: Record<string, AttributeValue> = {}
    for (const { key, values, place } of params.attributes) {
      const value = Math.floor(random.next() * values)
      if (place !== 'span')
        attributes[key] = key === statusKey ? statusOf(values, failed, value) : `${key}-${value}`
    }
    this.requests += 1
    if (failed) this.failures += 1
    const before = this.stream.seriesCount
    const value = params.instrument === 'counter' ? 1 : random.next() ** 4 * 2
    this.stream.record(
      value,
      attributes,
      params.exemplars ? contextOf(random) : null,
      this.momentOf(this.requests),
    )
    if (this.stream.seriesCount === before) return
    if (this.births.length === 50) this.births.shift()
    this.births.push({ request: this.requests, attributes })
  }
}

function aggregationOf({ instrument }: CardinalityParams): Aggregation {
  if (instrument === 'counter') return { kind: 'sum' }
  if (instrument === 'exponential') return defaultExponential
  return { kind: 'explicit_bucket_histogram', boundaries: httpDurationBoundaries }
}

/** A failure has the code 500; other requests share the codes from 200 up, which are one fewer where there are several. */
function statusOf(values: number, failed: boolean, value = 0): number {
  if (failed) return 500
  return 200 + (value % Math.max(1, values - 1))
}

function contextOf(random: Random) {
  const word = () => random.uint32().toString(16).padStart(8, '0')
  return { traceId: word() + word() + word() + word(), spanId: word() + word(), sampled: true }
}

function isOverflow({ attributes }: MetricPoint): boolean {
  return attributes['otel.metric.overflow'] === true
}

function countOf({ value }: MetricPoint): number {
  return value.kind === 'sum' || value.kind === 'gauge' ? value.value : value.count
}
