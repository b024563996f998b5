/** How many entries may lie about that are no longer in memory, before the queue is swept. */
const slack = 1024

/** Traces by arrival, oldest first. One that leaves memory by itself is skipped, and swept away in time. */
export class ArrivalQueue<Entry extends { readonly inMemory: boolean }> {
  private entries: Entry[] = []
  private first = 0
  /** Length at which to sweep next. */
  private sweepAt = slack

  add(entry: Entry): void {
    if (this.entries.length >= this.sweepAt) {
      this.entries = this.entries.slice(this.first).filter((known) => known.inMemory)
      this.first = 0
      this.sweepAt = 2 * this.entries.length + slack
    }
    this.entries.push(entry)
  }

  /** Takes out the oldest entry still in memory; undefined where there is none. */
  takeOldest(): Entry | undefined {
    while (this.first < this.entries.length) {
      const entry = this.entries[this.first]!
      this.first += 1
      if (entry.inMemory) return entry
    }
    return undefined
  }
}
