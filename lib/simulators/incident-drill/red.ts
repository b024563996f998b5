import { httpDurationBoundaries } from '../../engine/metrics/aggregation'
import { AlignedHistogramBucketReservoir } from '../../engine/metrics/exemplar-reservoir'
import { createRandom } from '../../engine/random'
import { logTemplates } from '../../engine/traffic/logs'
import { traceIdOf } from '../../engine/traffic/span'
import { type Grouping, type ServiceName, serviceNames } from './cause'
import type { Evidence } from './evidence'
import { groupsOf, measure } from './measures'

/** The width of a point on the dashboards, in ms. */
export const pointMs = 60_000

/** Rate, errors and duration of some instances of a service, minute by minute. */
export interface RedSeries {
  /** The value of the attribute that they have in common; the service’s name for all of them. */
  readonly name: string
  readonly points: readonly {
    readonly requests: number
    /** 0..1; null where nothing ended. */
    readonly failedShare: number | null
    readonly p95Ms: number | null
  }[]
}

/** The dashboard of a service as of `nowMs`: one series, or one for each value of an attribute. */
export function redOf(
  evidence: Evidence,
  service: ServiceName,
  by: Grouping | null,
  nowMs: number,
): RedSeries[] {
  const values = by === null ? [null] : groupsOf(evidence, service, by, 0, nowMs)
  return values.map((value) => ({
    name: value ?? service,
    points: Array.from({ length: Math.floor(nowMs / pointMs) }, (_, at) => {
      const slice = { fromMs: at * pointMs, toMs: (at + 1) * pointMs }
      const group = by !== null && value !== null ? { key: by, value } : undefined
      const { requests, failedShare, p95Ms } = measure(evidence, service, { ...slice, group })
      return { requests, failedShare: requests === 0 ? null : failedShare, p95Ms }
    }),
  }))
}

/** A request that a dashboard leads to. */
export interface DrillExemplar {
  readonly trace: number
  readonly ms: number
  readonly failed: boolean
  /** The value of the attribute that the dashboard is parted by; null where it is not. */
  readonly group: string | null
}

/** How far back exemplars are offered (ms). */
const lately = 120_000
const mostExemplars = 6

/** Exemplars of a service's last two minutes, the slowest first: one for each bucket of each series. */
export function exemplarsOf(
  evidence: Evidence,
  service: ServiceName,
  by: Grouping | null,
  nowMs: number,
): DrillExemplar[] {
  const { batch } = evidence
  const traces = new Map<string, DrillExemplar>()
  const random = createRandom(nowMs)
  const reservoirs = new Map<string, AlignedHistogramBucketReservoir>()
  for (const row of evidence.entries[service]) {
    const endMs = batch.end[row]!
    if (endMs < nowMs - lately || endMs >= nowMs) continue
    const trace = batch.trace[row]!
    const traceId = traceIdOf(batch, trace)
    const ms = endMs - batch.start[row]!
    const failed = batch.status[row] === 2
    const group = by === null ? null : String(evidence.resourceOf(row)[by])
    traces.set(traceId, { trace, ms, failed, group })
    const series = `${group} ${failed}`
    const reservoir =
      reservoirs.get(series) ?? new AlignedHistogramBucketReservoir(httpDurationBoundaries, random)
    reservoirs.set(series, reservoir)
    reservoir.offer({ value: ms / 1000, timeMs: endMs, filteredAttributes: {}, traceId })
  }
  return [...reservoirs.values()]
    .flatMap((reservoir) => reservoir.collect().map(({ traceId }) => traces.get(traceId!)!))
    .sort((one, other) => Number(other.failed) - Number(one.failed) || other.ms - one.ms)
    .slice(0, mostExemplars)
}

/** How often a service wrote a line, early in the run and lately, and where. */
export interface LogLine {
  readonly severityText: string
  readonly severityNumber: number
  readonly body: string
  readonly early: number
  readonly late: number
  /** The trace of the newest; -1 where there is none lately. */
  readonly trace: number
}

/** The lines of a service: counted in the first two minutes and in the last two, the gravest first. */
export function logLinesOf(evidence: Evidence, service: ServiceName, nowMs: number): LogLine[] {
  const { batch } = evidence
  const { logs } = evidence.traces()
  const of = serviceNames.indexOf(service)
  const lines = logTemplates.map((template) => ({ ...template, early: 0, late: 0, trace: -1 }))
  for (let index = 0; index < logs.count; index += 1) {
    const row = logs.row[index]!
    const timeMs = logs.timeMs[index]!
    if (batch.service[row] !== of || timeMs >= nowMs) continue
    const line = lines[logs.template[index]!]!
    if (timeMs < lately) line.early += 1
    if (timeMs < nowMs - lately) continue
    line.late += 1
    line.trace = batch.trace[row]!
  }
  return lines
    .filter(({ early, late }) => early + late > 0)
    .sort((one, other) => other.severityNumber - one.severityNumber || other.late - one.late)
}
