import {
  type Aggregation,
  defaultExponential,
  httpDurationBoundaries,
} from '../../engine/metrics/aggregation'
import { countExemplarLinks } from '../../engine/metrics/exemplar-link'
import { MetricStream } from '../../engine/metrics/metric-stream'
import { streamsOf } from '../../engine/metrics/view'
import { createRandom, type Random } from '../../engine/random'
import type { Run } from '../simulator'
import { costOf } from './cost'
import type { CardinalityParams } from './params'
import { describePhase, explainCardinality } from './sentence'
import { statusCodes } from './status-codes'
import { attributesOf, countPossibleSets, createTraffic, failedStatus, paceOf } from './traffic'
import type { CardinalityView, StatusAnswer } from './view'

const instrumentName = 'http.server.request.duration'

/** One instance's SDK told of every request as it would be, within one export interval. */
export class CardinalityRun implements Run<CardinalityView> {
  private elapsedMs = 0
  private requests = 0
  private overflowedAt: number | null = null
  private readonly stream: MetricStream
  private readonly traffic: ReturnType<typeof createTraffic>
  private readonly pace: ReturnType<typeof paceOf>
  private readonly tracing: Random
  private readonly seen = new Set<number>()
  private readonly failedSeries: number[] = []
  /** Requests by status, and those of them that a series with that status has. */
  private readonly made = new Map<number, number>()
  private readonly found = new Map<number, number>()
  private attributed = 0

  constructor(private readonly params: CardinalityParams) {
    this.traffic = createTraffic(params)
    this.pace = paceOf(params)
    this.tracing = createRandom(params.seed + 1)
    const excludedAttributeKeys = attributesOf(params)
      .filter(({ place }) => place === 'view')
      .map(({ key }) => key)
    const stream = {
      excludedAttributeKeys,
      cardinalityLimit: params.limit,
      aggregation: aggregationOf(params),
    }
    const kind = params.instrument === 'counter' ? 'counter' : 'histogram'
    const [config] = streamsOf({ name: instrumentName, kind }, [{ instrumentName, stream }])
    const random = createRandom(params.seed + 2)
    this.stream = new MetricStream(config!, {
      limitRule: params.limitRule,
      ...(params.exemplars ? { exemplars: { filter: 'trace_based', random } } : {}),
    })
  }

  advance(ms: number): void {
    this.elapsedMs += ms
    const { perSecond, most } = this.pace
    const due = Math.min(Math.floor((this.elapsedMs * perSecond) / 1000), most)
    while (this.requests < due) this.request()
  }

  view(): CardinalityView {
    const { params, stream, requests } = this
    const statuses = statusCodes.map((status) => this.answer(status))
    const failed = statuses.at(-1)!
    const kept = Math.floor(params.tracesKept * 0x1_0000_0000)
    const series = stream.seriesCount
    const outcome = {
      requests,
      series,
      limit: params.limit,
      inOverflow: stream.overflowed,
      overflowedAt: this.overflowedAt,
      reported: this.attributed + stream.overflowed,
      failures: failed.requests,
      failuresFound: failed.found,
      exemplars: params.exemplars
        ? countExemplarLinks(stream.exemplars(), (id) => Number.parseInt(id.slice(0, 8), 16) < kept)
        : null,
      cost: costOf(series + (stream.overflowed > 0 ? 1 : 0), params),
    }
    return {
      ...outcome,
      possibleSets: countPossibleSets(params),
      seenSets: this.seen.size,
      failedSeries: [...this.failedSeries],
      statuses,
      sdkBytes: stream.byteLength,
      phase: describePhase(outcome),
      sentence: explainCardinality(outcome),
    }
  }

  private answer(status: number): StatusAnswer {
    const found = this.params.statusPlace === 'metric' ? (this.found.get(status) ?? 0) : null
    return { status, requests: this.made.get(status) ?? 0, found }
  }

  private request(): void {
    const { stream, params } = this
    const { status, duration, attributes, set } = this.traffic()
    this.requests += 1
    this.seen.add(set)
    this.made.set(status, (this.made.get(status) ?? 0) + 1)
    const before = stream.seriesCount
    const value = params.instrument === 'counter' ? 1 : duration
    const context = params.exemplars ? contextOf(this.tracing, this.requests) : null
    const series = stream.record(value, attributes, context, (this.requests * 1000) / this.pace.perSecond)
    if (series === 0) {
      this.overflowedAt ??= this.requests
      return
    }
    this.attributed += 1
    this.found.set(status, (this.found.get(status) ?? 0) + 1)
    if (stream.seriesCount > before && status === failedStatus && params.statusPlace === 'metric') {
      this.failedSeries.push(series - 1)
    }
  }
}

function aggregationOf({ instrument }: CardinalityParams): Aggregation {
  if (instrument === 'counter') return { kind: 'sum' }
  if (instrument === 'exponential') return defaultExponential
  return { kind: 'explicit_bucket_histogram', boundaries: httpDurationBoundaries }
}

/** Chance decides the first eight digits, by which tail sampling keeps or drops; the number of the request does the rest. */
function contextOf(random: Random, request: number) {
  const id = request.toString(16).padStart(16, '0')
  const start = random.uint32().toString(16).padStart(8, '0')
  return { traceId: `${start}00000000${id}`, spanId: id, sampled: true }
}
