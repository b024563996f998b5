import { exponentialIndex, maxScale, minScale } from './exponential-mapping'

/** Counts of buckets `offset .. offset + counts.length`. */
export interface ExponentialBuckets {
  readonly offset: number
  readonly counts: readonly number[]
}

/**
 * A histogram whose buckets grow by a factor of `2^(2^-scale)`. It starts out as fine as can be and halves its
 * resolution, merging neighbours, whenever a value would need more than `maxSize` buckets on its side of zero.
 *
 * Source: specification/metrics/data-model.md, ExponentialHistogram; sdk.md, Base2 Exponential Bucket Histogram.
 */
export class ExponentialHistogram {
  count = 0
  sum = 0
  zeroCount = 0
  min = Number.POSITIVE_INFINITY
  max = Number.NEGATIVE_INFINITY
  private currentScale: number
  private readonly sides: readonly [positive: Side, negative: Side]

  /** @param maxSize at least 2: one bucket could not hold both 1 and 2 at any scale. RangeError below. */
  constructor(
    readonly maxSize = 160,
    scale: number = maxScale,
  ) {
    if (!(maxSize >= 2)) throw new RangeError('An exponential histogram has at least 2 buckets')
    if (!(scale >= minScale && scale <= maxScale)) throw new RangeError(`No scale ${scale}`)
    this.currentScale = scale
    this.sides = [new Side(), new Side()]
  }

  /** 0 while nothing but zeros were recorded: no bucket tells the scale then. */
  get scale(): number {
    return this.count === this.zeroCount ? 0 : this.currentScale
  }

  get positive(): ExponentialBuckets {
    return this.sides[0].buckets()
  }

  get negative(): ExponentialBuckets {
    return this.sides[1].buckets()
  }

  /** Records a value; NaN and infinities belong to no bucket and are left out. */
  record(value: number): void {
    if (!Number.isFinite(value)) return
    this.count += 1
    this.sum += value
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
    if (value === 0) {
      this.zeroCount += 1
      return
    }
    const side = this.sides[value > 0 ? 0 : 1]
    const magnitude = Math.abs(value)
    let index = exponentialIndex(magnitude, this.currentScale)
    const shift = side.shiftToHold(index, index, this.maxSize)
    if (shift > 0) {
      this.downscale(shift)
      index = exponentialIndex(magnitude, this.currentScale)
    }
    side.add(index, 1)
  }

  /** Adds another histogram to this one, at the coarser scale of the two or below. */
  merge(other: ExponentialHistogram): void {
    if (other.count === 0) return
    this.count += other.count
    this.sum += other.sum
    this.zeroCount += other.zeroCount
    this.min = Math.min(this.min, other.min)
    this.max = Math.max(this.max, other.max)
    if (other.count === other.zeroCount) return
    this.downscale(this.currentScale - other.currentScale)
    for (const side of [0, 1] as const) {
      const { offset, counts } = other.sides[side].buckets()
      if (counts.length === 0) continue
      const by = other.currentScale - this.currentScale
      const last = offset + counts.length - 1
      this.downscale(this.sides[side].shiftToHold(offset >> by, last >> by, this.maxSize))
    }
    for (const side of [0, 1] as const) {
      const { offset, counts } = other.sides[side].buckets()
      for (const [at, count] of counts.entries()) {
        if (count > 0) this.sides[side].add((offset + at) >> (other.currentScale - this.currentScale), count)
      }
    }
  }

  private downscale(wanted: number): void {
    const by = Math.min(wanted, this.currentScale - minScale)
    if (by <= 0) return
    for (const side of this.sides) side.downscale(by)
    this.currentScale -= by
  }
}

/** The buckets on one side of zero. */
class Side {
  private offset = 0
  private counts: number[] = []

  get isEmpty(): boolean {
    return this.counts.length === 0
  }

  buckets(): ExponentialBuckets {
    return { offset: this.offset, counts: [...this.counts] }
  }

  /** By how many scales to go down so that `from`, `to` and all there are fit into `maxSize` buckets. */
  shiftToHold(from: number, to: number, maxSize: number): number {
    let low = this.isEmpty ? from : Math.min(from, this.offset)
    let high = this.isEmpty ? to : Math.max(to, this.offset + this.counts.length - 1)
    let shift = 0
    while (high - low >= maxSize) {
      low >>= 1
      high >>= 1
      shift += 1
    }
    return shift
  }

  add(index: number, count: number): void {
    if (this.isEmpty) this.offset = index
    while (index < this.offset) {
      this.counts.unshift(0)
      this.offset -= 1
    }
    while (index >= this.offset + this.counts.length) this.counts.push(0)
    this.counts[index - this.offset] = this.counts[index - this.offset]! + count
  }

  downscale(by: number): void {
    if (this.isEmpty) return
    const offset = this.offset >> by
    const counts: number[] = []
    for (const [at, count] of this.counts.entries()) {
      const to = ((this.offset + at) >> by) - offset
      counts[to] = (counts[to] ?? 0) + count
    }
    this.offset = offset
    this.counts = counts
  }
}
