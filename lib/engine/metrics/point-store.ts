import type { Aggregation } from './aggregation'
import { bucketIndex } from './bucket'
import { type ExponentialBuckets, ExponentialHistogram } from './exponential-histogram'

/** The value of one series at collection. Source: specification/metrics/data-model.md, Metric points. */
export type PointValue =
  | { readonly kind: 'sum'; readonly value: number }
  | { readonly kind: 'gauge'; readonly value: number }
  | {
      readonly kind: 'histogram'
      readonly count: number
      readonly sum: number
      readonly min: number
      readonly max: number
      readonly boundaries: readonly number[]
      readonly bucketCounts: readonly number[]
    }
  | {
      readonly kind: 'exponential_histogram'
      readonly count: number
      readonly sum: number
      readonly min: number
      readonly max: number
      readonly scale: number
      readonly zeroCount: number
      readonly positive: ExponentialBuckets
      readonly negative: ExponentialBuckets
    }

/** The aggregated state of a stream's series, by row. A row that was never recorded has no point. */
export interface PointStore {
  record(row: number, value: number): void
  /** Puts a value in place of what was there: for values that are observed as totals. */
  replace(row: number, value: number): void
  point(row: number): PointValue
  clear(): void
  /** Bytes of typed arrays; 0 where the state is objects. */
  readonly byteLength: number
}

/** A store for an aggregation that is not `drop`. RangeError for that one: it has no points. */
export function createPointStore(aggregation: Aggregation): PointStore {
  switch (aggregation.kind) {
    case 'sum':
    case 'last_value':
      return new NumberStore(aggregation.kind)
    case 'explicit_bucket_histogram':
      return new HistogramStore(aggregation.boundaries)
    case 'base2_exponential_bucket_histogram':
      return new ExponentialStore(aggregation.maxSize, aggregation.maxScale)
    case 'drop':
      throw new RangeError('What is dropped has no points')
  }
}

const pageRows = 4096

/** Numbers by row, in pages, so that a million series cost their numbers and no copies. */
class Pages {
  private pages: Float64Array[] = []

  constructor(private readonly width: number) {}

  get byteLength(): number {
    return 8 * this.width * pageRows * this.pages.filter(Boolean).length
  }

  page(row: number): Float64Array {
    const index = Math.floor(row / pageRows)
    const page = this.pages[index]
    if (page) return page
    const added = new Float64Array(this.width * pageRows)
    this.pages[index] = added
    return added
  }

  start(row: number): number {
    return (row % pageRows) * this.width
  }

  clear(): void {
    this.pages = []
  }
}

class NumberStore implements PointStore {
  private readonly numbers = new Pages(1)

  constructor(private readonly aggregation: 'sum' | 'last_value') {}

  get byteLength(): number {
    return this.numbers.byteLength
  }

  record(row: number, value: number): void {
    const page = this.numbers.page(row)
    const at = row % pageRows
    page[at] = this.aggregation === 'sum' ? page[at]! + value : value
  }

  replace(row: number, value: number): void {
    this.numbers.page(row)[row % pageRows] = value
  }

  point(row: number): PointValue {
    const value = this.numbers.page(row)[row % pageRows]!
    return { kind: this.aggregation === 'sum' ? 'sum' : 'gauge', value }
  }

  clear(): void {
    this.numbers.clear()
  }
}

/** Per row: count, sum, min, max, then the buckets. */
class HistogramStore implements PointStore {
  private readonly numbers: Pages

  constructor(private readonly boundaries: readonly number[]) {
    this.numbers = new Pages(4 + boundaries.length + 1)
  }

  get byteLength(): number {
    return this.numbers.byteLength
  }

  record(row: number, value: number): void {
    const page = this.numbers.page(row)
    const start = this.numbers.start(row)
    const first = page[start] === 0
    page[start] = page[start]! + 1
    page[start + 1] = page[start + 1]! + value
    if (first || value < page[start + 2]!) page[start + 2] = value
    if (first || value > page[start + 3]!) page[start + 3] = value
    const bucket = start + 4 + bucketIndex(this.boundaries, value)
    page[bucket] = page[bucket]! + 1
  }

  replace(row: number, value: number): void {
    this.numbers
      .page(row)
      .fill(0, this.numbers.start(row), this.numbers.start(row) + 5 + this.boundaries.length)
    this.record(row, value)
  }

  point(row: number): PointValue {
    const page = this.numbers.page(row)
    const start = this.numbers.start(row)
    return {
      kind: 'histogram',
      count: page[start]!,
      sum: page[start + 1]!,
      min: page[start + 2]!,
      max: page[start + 3]!,
      boundaries: this.boundaries,
      bucketCounts: [...page.subarray(start + 4, start + 5 + this.boundaries.length)],
    }
  }

  clear(): void {
    this.numbers.clear()
  }
}

class ExponentialStore implements PointStore {
  readonly byteLength = 0
  private histograms: ExponentialHistogram[] = []

  constructor(
    private readonly maxSize: number,
    private readonly scale: number,
  ) {}

  record(row: number, value: number): void {
    let histogram = this.histograms[row]
    if (!histogram) {
      histogram = new ExponentialHistogram(this.maxSize, this.scale)
      this.histograms[row] = histogram
    }
    histogram.record(value)
  }

  replace(row: number, value: number): void {
    delete this.histograms[row]
    this.record(row, value)
  }

  point(row: number): PointValue {
    const { count, sum, min, max, scale, zeroCount, positive, negative } = this.histograms[row]!
    return { kind: 'exponential_histogram', count, sum, min, max, scale, zeroCount, positive, negative }
  }

  clear(): void {
    this.histograms = []
  }
}
