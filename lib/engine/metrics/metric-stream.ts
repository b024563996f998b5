import type { Attributes } from '../attribute'
import type { Random } from '../random'
import { overflowAttributes } from './attribute-set'
import { AttributeSetTable } from './attribute-set-table'
import {
  type Exemplar,
  type ExemplarFilter,
  isExemplarEligible,
  type MeasurementContext,
  partAttributes,
} from './exemplar'
import { createReservoir, defaultReservoir, type ExemplarReservoir } from './exemplar-reservoir'
import { createPointStore, type PointStore, type PointValue } from './point-store'
import type { MetricStreamConfig } from './view'

export type Temporality = 'cumulative' | 'delta'

/**
 * Whose cardinality limit. `specification`: so many sets beside the overflow, which only then begins.
 * `opentelemetry-js`: the overflow counts as one of them, and begins anew to count at each collection, so that a
 * cumulative stream can grow beyond the limit (2.12.1, `DeltaMetricProcessor.ts`).
 */
export type LimitRule = 'specification' | 'opentelemetry-js'

export interface MetricStreamOptions {
  readonly temporality?: Temporality
  readonly limitRule?: LimitRule
  /** No exemplars where absent. */
  readonly exemplars?: { readonly filter: ExemplarFilter; readonly random: Random }
  /** When the stream came to be, in ms. */
  readonly startMs?: number
}

/** A point as collected. */
export interface MetricPoint {
  readonly attributes: Attributes
  readonly startMs: number
  readonly timeMs: number
  readonly value: PointValue
  readonly exemplars: readonly Exemplar[]
}

/** Rows of the store: 0 is the overflow, row r of the table is r + 1. */
const overflow = 0
const overflowKey = 'otel.metric.overflow'

/**
 * The stream of a synchronous instrument: every measurement is aggregated into exactly one series, the one of its
 * attribute set, or the overflow once there are as many sets as the limit allows.
 *
 * Source: specification/metrics/sdk.md, Measurement processing, Cardinality limits; data-model.md, Temporality.
 */
export class MetricStream {
  /** Measurements that went into the overflow since the last `clear` of the stream (delta: since the last collection). */
  overflowed = 0
  private readonly table: AttributeSetTable
  private readonly store: PointStore
  private readonly isKept: (key: string) => boolean
  private readonly reservoirs: (ExemplarReservoir | undefined)[] = []
  private readonly options: MetricStreamOptions
  private startMs: number
  private hasOverflow = false
  /** The row of the set that is the overflow's own, should a caller write it; -1 while nobody did. */
  private alias = -1
  /** How many names there were when it was last asked whether the overflow's own is among them. */
  private names = 0
  private mayBeOverflow = false
  /** opentelemetry-js only: rows recorded since the last collection. */
  private readonly active = new Set<number>()

  /** RangeError for a stream whose aggregation is `drop`. */
  constructor(
    readonly config: MetricStreamConfig,
    options: MetricStreamOptions = {},
  ) {
    this.options = options
    this.isKept = keyFilter(config)
    this.table = new AttributeSetTable(this.isKept)
    this.store = createPointStore(config.aggregation)
    this.startMs = options.startMs ?? 0
  }

  /** Series that are not the overflow. */
  get seriesCount(): number {
    return this.table.size - (this.alias < 0 ? 0 : 1)
  }

  /** Bytes of the table and the numbers, without strings. */
  get byteLength(): number {
    return this.table.byteLength + this.store.byteLength
  }

  /**
   * @param context the active span; @param timeMs used for exemplars alone.
   * @returns which series took it: 0 is the overflow, the others count from 1 in the order in which they were born.
   */
  record(
    value: number,
    attributes: Attributes,
    context: MeasurementContext | null = null,
    timeMs = 0,
  ): number {
    const row =
      this.options.limitRule === 'opentelemetry-js' ? this.rowInJs(attributes) : this.rowOf(attributes)
    if (row === overflow) {
      this.hasOverflow = true
      this.overflowed += 1
    }
    this.store.record(row, value)
    const { exemplars } = this.options
    if (exemplars && isExemplarEligible(exemplars.filter, context)) {
      this.offer(row, exemplars.random, value, attributes, context, timeMs)
    }
    return row
  }

  /** The exemplars of all points as they stand, without the points themselves. */
  exemplars(): Exemplar[] {
    return this.reservoirs.flatMap((reservoir) => reservoir?.peek() ?? [])
  }

  /** The points as they stand at `timeMs`; nothing starts anew. */
  peek(timeMs: number): MetricPoint[] {
    const points: MetricPoint[] = []
    for (let row = 0; row < this.table.size; row += 1) {
      if (row !== this.alias) points.push(this.point(row + 1, this.table.attributesOf(row), timeMs))
    }
    if (this.hasOverflow) points.push(this.point(overflow, overflowAttributes, timeMs))
    return points
  }

  /** The points as of `timeMs`. Exemplars start anew, and so does all else if the temporality is delta. */
  collect(timeMs: number): MetricPoint[] {
    const points = this.peek(timeMs)
    for (const reservoir of this.reservoirs) reservoir?.collect()
    this.active.clear()
    if (this.options.temporality === 'delta') {
      this.table.clear()
      this.store.clear()
      this.reservoirs.length = 0
      this.hasOverflow = false
      this.overflowed = 0
      this.alias = -1
      this.startMs = timeMs
    }
    return points
  }

  private rowOf(attributes: Attributes): number {
    if (this.seriesCount >= this.config.cardinalityLimit) {
      const known = this.table.find(attributes)
      return known < 0 || known === this.alias ? overflow : known + 1
    }
    return this.added(attributes)
  }

  private rowInJs(attributes: Attributes): number {
    const known = this.table.find(attributes)
    if (known >= 0 && this.active.has(known)) return known === this.alias ? overflow : known + 1
    if (this.active.size >= this.config.cardinalityLimit - 1) return overflow
    const row = this.added(attributes)
    this.active.add(row === overflow ? this.alias : row - 1)
    return row
  }

  private added(attributes: Attributes): number {
    const before = this.table.size
    const row = this.table.add(attributes)
    if (this.table.names.length !== this.names) {
      this.names = this.table.names.length
      this.mayBeOverflow = this.table.names.includes(overflowKey)
    }
    if (this.mayBeOverflow && row === before && isOverflowSet(this.table.attributesOf(row))) this.alias = row
    return row === this.alias ? overflow : row + 1
  }

  private point(row: number, attributes: Attributes, timeMs: number): MetricPoint {
    return {
      attributes,
      startMs: this.startMs,
      timeMs,
      value: this.store.point(row),
      exemplars: this.reservoirs[row]?.peek() ?? [],
    }
  }

  private offer(
    row: number,
    random: Random,
    value: number,
    attributes: Attributes,
    context: MeasurementContext | null,
    timeMs: number,
  ): void {
    this.reservoirs[row] ??= createReservoir(defaultReservoir(this.config.aggregation), random)
    // In the overflow the point has none of the attributes: the exemplar still tells where the measurement was from.
    const { filtered } = partAttributes(attributes, row === overflow ? () => false : this.isKept)
    const ids = context ? { traceId: context.traceId, spanId: context.spanId } : {}
    this.reservoirs[row].offer({ value, timeMs, filteredAttributes: filtered, ...ids })
  }
}

/** Whether a stream's view lets a name make series. */
export function keyFilter({ keptKeys, excludedKeys }: Pick<MetricStreamConfig, 'keptKeys' | 'excludedKeys'>) {
  const kept = keptKeys === null ? null : new Set(keptKeys)
  const excluded = new Set(excludedKeys)
  return (key: string): boolean => (kept === null || kept.has(key)) && !excluded.has(key)
}

function isOverflowSet(attributes: Attributes): boolean {
  return Object.keys(attributes).length === 1 && attributes[overflowKey] === true
}
