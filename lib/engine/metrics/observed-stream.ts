import type { Attributes } from '../attribute'
import { overflowAttributes } from './attribute-set'
import { AttributeSetTable } from './attribute-set-table'
import { partAttributes } from './exemplar'
import { keyFilter, type MetricPoint, type MetricStreamOptions } from './metric-stream'
import type { MetricStreamConfig } from './view'

/** What a callback says of one attribute set: for a sum, the total since the start. */
export interface Observation {
  readonly value: number
  readonly attributes: Attributes
}

/**
 * The stream of an asynchronous instrument. Each collection starts from what its callback observes: sets seen before
 * and not observed now are gone. Sets that a view makes equal are summed (a gauge keeps the last). Where there are more
 * than the limit allows, those observed first keep their own series.
 *
 * Under the rule `opentelemetry-js` (2.12.1, `AsyncMetricStorage.ts`, `DeltaMetricProcessor.ts`): of sets that a view
 * makes equal the last wins; sets once seen stay and keep their place under the limit; and the overflow holds the value
 * last observed instead of a sum.
 *
 * Source: specification/metrics/sdk.md, Asynchronous instrument cardinality limits; api.md, Asynchronous instruments.
 */
export class ObservedStream {
  private readonly isKept: (key: string) => boolean
  private readonly isSum: boolean
  private readonly isJs: boolean
  private table: AttributeSetTable
  private totals: number[] = []
  private overflow: number | null = null
  /** Totals of the collection before, for delta. */
  private before: { table: AttributeSetTable; totals: number[]; overflow: number | null } | null = null
  private collectedMs: number

  constructor(
    readonly config: MetricStreamConfig,
    private readonly options: Omit<MetricStreamOptions, 'exemplars'> = {},
  ) {
    this.isKept = keyFilter(config)
    this.isSum = config.aggregation.kind === 'sum'
    this.isJs = options.limitRule === 'opentelemetry-js'
    this.table = new AttributeSetTable(this.isKept)
    this.collectedMs = options.startMs ?? 0
  }

  /** The points of one collection, from what the instrument's callbacks observed. */
  collect(observations: readonly Observation[], timeMs: number): MetricPoint[] {
    const isDelta = this.options.temporality === 'delta' && this.isSum
    const observed = new Set<number>()
    this.before = { table: this.table, totals: this.totals, overflow: this.overflow }
    if (this.isJs) this.totals = [...this.totals]
    else {
      this.table = new AttributeSetTable(this.isKept)
      this.totals = []
      this.overflow = null
    }
    for (const { value, attributes } of this.merged(observations)) {
      const row = this.rowOf(attributes)
      if (row < 0) this.overflow = this.isSum && !this.isJs ? (this.overflow ?? 0) + value : value
      else this.totals[row] = value
      observed.add(row)
    }
    const points: MetricPoint[] = []
    const startMs = isDelta ? this.collectedMs : (this.options.startMs ?? 0)
    const add = (attributes: Attributes, value: number) => {
      const kind = this.isSum ? 'sum' : 'gauge'
      points.push({ attributes, startMs, timeMs, value: { kind, value }, exemplars: [] })
    }
    for (const [row, total] of this.totals.entries()) {
      if (isDelta && this.isJs && !observed.has(row)) continue
      const attributes = this.table.attributesOf(row)
      add(attributes, isDelta ? total - this.totalBefore(attributes) : total)
    }
    if (this.overflow !== null && !(isDelta && this.isJs && !observed.has(-1)))
      add(overflowAttributes, isDelta ? this.overflow - (this.before.overflow ?? 0) : this.overflow)
    this.collectedMs = timeMs
    return points
  }

  private rowOf(attributes: Attributes): number {
    const limit = this.config.cardinalityLimit - (this.isJs ? 1 : 0)
    return this.table.size >= limit ? this.table.find(attributes) : this.table.add(attributes)
  }

  private totalBefore(attributes: Attributes): number {
    const row = this.before?.table.find(attributes) ?? -1
    return row < 0 ? 0 : (this.before?.totals[row] ?? 0)
  }

  /** One observation for each set that is left after the view, in the order in which they were first observed. */
  private merged(observations: readonly Observation[]): Observation[] {
    // The same set observed twice in one callback is one observation: the later.
    const written = new AttributeSetTable()
    const single: Observation[] = []
    for (const observation of observations) single[written.add(observation.attributes)] = observation
    const kept = new AttributeSetTable(this.isKept)
    const merged: Observation[] = []
    for (const { value, attributes } of single) {
      const row = kept.add(attributes)
      const sum = this.isSum && !this.isJs ? (merged[row]?.value ?? 0) + value : value
      merged[row] = { value: sum, attributes: partAttributes(attributes, this.isKept).point }
    }
    return merged
  }
}
