import type { Random } from '../random'
import type { Aggregation } from './aggregation'
import { bucketIndex } from './bucket'
import type { Exemplar } from './exemplar'

/** Chooses which few of a point's measurements are kept until the next collection. */
export interface ExemplarReservoir {
  readonly size: number
  offer(exemplar: Exemplar): void
  /** What is kept so far. */
  peek(): Exemplar[]
  /** What was kept, and a fresh start. */
  collect(): Exemplar[]
}

/** Which reservoir each point of a stream has. */
export type ReservoirConfig =
  | { readonly kind: 'AlignedHistogramBucket'; readonly size: number; readonly boundaries: readonly number[] }
  | { readonly kind: 'SimpleFixedSize'; readonly size: number }

/**
 * The reservoir of an aggregation where nobody says otherwise: one exemplar a bucket for an explicit histogram of more
 * than one bucket, at most twenty for an exponential one, one for all else.
 *
 * Source: specification/metrics/sdk.md, Exemplar defaults (the last may also be the number of CPUs).
 */
export function defaultReservoir(aggregation: Aggregation): ReservoirConfig {
  if (aggregation.kind === 'explicit_bucket_histogram' && aggregation.boundaries.length > 0) {
    const { boundaries } = aggregation
    return { kind: 'AlignedHistogramBucket', size: boundaries.length + 1, boundaries }
  }
  const exponential = aggregation.kind === 'base2_exponential_bucket_histogram'
  return { kind: 'SimpleFixedSize', size: exponential ? Math.min(20, aggregation.maxSize) : 1 }
}

/**
 * @param keeps for a histogram: `uniform` gives every measurement of a bucket the same chance, `last` keeps the newest,
 * as opentelemetry-js does. The specification allows both.
 */
export function createReservoir(
  config: ReservoirConfig,
  random: Random,
  keeps: 'uniform' | 'last' = 'uniform',
): ExemplarReservoir {
  return config.kind === 'AlignedHistogramBucket'
    ? new AlignedHistogramBucketReservoir(config.boundaries, random, keeps)
    : new SimpleFixedSizeReservoir(config.size, random)
}

/**
 * A fixed number of measurements, each equally likely to be among those kept: algorithm R, its count of what was seen
 * starting anew at every collection, so that old exemplars do not linger.
 *
 * Source: specification/metrics/sdk.md, SimpleFixedSizeExemplarReservoir.
 */
export class SimpleFixedSizeReservoir implements ExemplarReservoir {
  private seen = 0
  private kept: Exemplar[] = []

  constructor(
    readonly size: number,
    private readonly random: Random,
  ) {}

  offer(exemplar: Exemplar): void {
    const place = this.seen < this.size ? this.seen : Math.floor(this.random.next() * (this.seen + 1))
    this.seen += 1
    if (place < this.size) this.kept[place] = exemplar
  }

  peek(): Exemplar[] {
    return [...this.kept]
  }

  collect(): Exemplar[] {
    const kept = this.kept
    this.kept = []
    this.seen = 0
    return kept
  }
}

/** At most one measurement for each bucket. Source: specification/metrics/sdk.md, AlignedHistogramBucketExemplarReservoir. */
export class AlignedHistogramBucketReservoir implements ExemplarReservoir {
  readonly size: number
  private seen: number[]
  private kept: (Exemplar | undefined)[]

  constructor(
    private readonly boundaries: readonly number[],
    private readonly random: Random,
    private readonly keeps: 'uniform' | 'last' = 'uniform',
  ) {
    this.size = boundaries.length + 1
    this.seen = new Array<number>(this.size).fill(0)
    this.kept = new Array<Exemplar | undefined>(this.size)
  }

  offer(exemplar: Exemplar): void {
    const bucket = bucketIndex(this.boundaries, exemplar.value)
    const before = this.seen[bucket]!
    this.seen[bucket] = before + 1
    if (this.keeps === 'last' || Math.floor(this.random.next() * (before + 1)) === 0)
      this.kept[bucket] = exemplar
  }

  peek(): Exemplar[] {
    return this.kept.filter((exemplar) => exemplar !== undefined)
  }

  collect(): Exemplar[] {
    const kept = this.peek()
    this.seen.fill(0)
    this.kept = new Array<Exemplar | undefined>(this.size)
    return kept
  }
}
