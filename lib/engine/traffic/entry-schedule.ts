import type { Random } from '../random'
import type { CompiledGraph } from './compiled-graph'

/** When the traces of each entry start: independent of one another, so many a second on average (a Poisson process). */
export class EntrySchedule {
  private readonly nextStart: Float64Array

  constructor(
    private readonly entries: CompiledGraph['entries'],
    private readonly random: Random,
  ) {
    this.nextStart = new Float64Array(entries.length)
    for (const entry of entries.keys()) this.nextStart[entry] = this.gap(entry)
  }

  /** The entry whose next trace starts first. */
  earliest(): number {
    let entry = 0
    for (let other = 1; other < this.nextStart.length; other += 1) {
      if (this.nextStart[other]! < this.nextStart[entry]!) entry = other
    }
    return entry
  }

  /** When the next trace of an entry starts, in ms. */
  startOf(entry: number): number {
    return this.nextStart[entry]!
  }

  /** Takes the next trace of an entry. @returns when it starts, in ms. */
  take(entry: number): number {
    const startMs = this.nextStart[entry]!
    this.nextStart[entry] = startMs + this.gap(entry)
    return startMs
  }

  private gap(entry: number): number {
    return (-Math.log1p(-this.random.next()) * 1000) / this.entries[entry]!.perSecond
  }
}
