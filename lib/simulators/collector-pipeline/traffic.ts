import type { TelemetryItem } from '../../engine/collector/pipeline/telemetry-item'
import { createRandom } from '../../engine/random'
import { arrivalOrder } from '../../engine/traffic/arrival'
import { TrafficGenerator } from '../../engine/traffic/generator'
import { logsOf, toLogRecord } from '../../engine/traffic/logs'
import { toSpan } from '../../engine/traffic/span'
import { fernhill } from '../sampling/fernhill'
import type { Work } from '../work'
import type { PipelineParams } from './params'
import { addressOf } from './pods'

/** Requests start for so long, in milliseconds of the shop's time. */
export const trafficMs = 30_000
/** How often every instance exports its metrics. */
const metricEveryMs = 5000

/** A piece of the work, in milliseconds of the shop's time. */
const pieceMs = 1000
/** The same, in spans. */
const pieceItems = 500
/** The share of the work that generating is, about; the rest makes items of what was generated. */
const generateShare = 0.5

/** An item, and when its instance has it ready to send. */
export interface MadeItem {
  readonly atMs: number
  readonly item: TelemetryItem
}

/** What the instances of Fernhill have to send, each signal in the order of time. */
export interface FleetTraffic {
  readonly traces: readonly MadeItem[]
  readonly metrics: readonly MadeItem[]
  readonly logs: readonly MadeItem[]
  /** Share of the spans whose status is ERROR, 0 to 1. */
  readonly errorShare: number
}

/** Thirty seconds of Fernhill in all three signals. The same settings give the same traffic. */
export function* createFleetTraffic(
  params: Pick<PipelineParams, 'seed' | 'perSecond' | 'errorShare'>,
): Work<FleetTraffic> {
  const settings = { ...params, slowShare: 0.02, lateSeconds: 0 }
  const generator = new TrafficGenerator(fernhill(settings), { random: createRandom(params.seed) })
  for (let nowMs = pieceMs; nowMs <= trafficMs; nowMs += pieceMs) {
    generator.advance(nowMs)
    yield (generateShare * nowMs) / trafficMs
  }
  const { batch } = generator
  const order = arrivalOrder(batch).subarray(0, batch.spanCount)
  let failed = 0
  const counts = new Map<string, { item: TelemetryItem & { signal: 'metrics' }; ends: number[] }>()
  const traces: MadeItem[] = []
  for (const [place, row] of order.entries()) {
    if (place % pieceItems === 0) yield generateShare + ((1 - generateShare) * place) / order.length
    const span = toSpan(batch, row)
    const { resource, attributes } = span
    if (span.status === 'ERROR') failed += 1
    const peer = addressOf(resource)
    if (span.kind === 'SERVER') {
      const set = pick(attributes, ['http.request.method', 'http.route', 'http.response.status_code'])
      const id = JSON.stringify([resource, set])
      const point = { name: 'http.server.request.duration', unit: 's', type: 'histogram' } as const
      const known = counts.get(id)
      if (known) known.ends.push(span.endMs)
      else {
        const item = {
          signal: 'metrics',
          resource,
          peer,
          point: { ...point, attributes: set, value: 0 },
        } as const
        counts.set(id, { item, ends: [span.endMs] })
      }
    }
    traces.push({ atMs: span.arrivalMs, item: { signal: 'traces', resource, peer, span } })
  }
  const logs = logsOf(batch)
  const records = Array.from({ length: logs.count }, (_, index): MadeItem => {
    const record = toLogRecord(batch, logs, index)
    const item = {
      signal: 'logs',
      resource: record.resource,
      peer: addressOf(record.resource),
      log: record,
    } as const
    return { atMs: record.timeMs + 200, item }
  })
  return {
    traces,
    metrics: exportsOf([...counts.values()]),
    logs: records.sort((one, other) => one.atMs - other.atMs),
    errorShare: failed / Math.max(1, batch.spanCount),
  }
}

function pick(attributes: TelemetryItem['resource'], keys: readonly string[]): TelemetryItem['resource'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)))
}

/** Each series' count so far, at every export. */
function exportsOf(
  series: readonly {
    readonly item: TelemetryItem & { signal: 'metrics' }
    readonly ends: readonly number[]
  }[],
): MadeItem[] {
  const made: MadeItem[] = []
  for (let atMs = metricEveryMs; atMs <= trafficMs + metricEveryMs; atMs += metricEveryMs) {
    for (const { item, ends } of series) {
      const value = ends.filter((end) => end < atMs).length
      if (value > 0) made.push({ atMs, item: { ...item, point: { ...item.point, value } } })
    }
  }
  return made
}
