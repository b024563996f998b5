/**
 * A pipe of batches of trace ids: ids join the batch being built, and each tick takes out the oldest batch and puts the
 * one being built at the end. An id therefore comes out `length + 1` ticks after it joined.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/idbatcher/id_batcher.go.
 */
export class IdBatcher<Id> {
  private readonly batches: Set<Id>[]
  private building = new Set<Id>()
  /** Number of the batch that the next tick takes. */
  private next = 0
  private stopAt = Number.POSITIVE_INFINITY

  /** @param length batches in the pipe, at least 1. */
  constructor(readonly length: number) {
    this.batches = Array.from({ length }, () => new Set<Id>())
  }

  /** Puts an id into the batch being built; returns that batch's number. */
  add(id: Id): number {
    this.building.add(id)
    return this.next + this.length
  }

  /** Moves an id to the batch `ticksFromNow` ticks ahead if that is earlier; returns the number of its batch. */
  moveEarlier(id: Id, batch: number, ticksFromNow: number): number {
    const proposed = this.next + ticksFromNow
    if (proposed >= batch) return batch
    this.batchNumbered(batch)?.delete(id)
    this.batches[proposed % this.length]!.add(id)
    return proposed
  }

  /** Takes an id out of a batch, if that batch is still in the pipe. */
  remove(id: Id, batch: number): void {
    this.batchNumbered(batch)?.delete(id)
  }

  /** Takes the oldest batch out and closes the one being built. `more` is false when a stopped pipe is empty. */
  take(): { readonly ids: ReadonlySet<Id>; readonly more: boolean } {
    if (this.next >= this.stopAt) {
      const ids = this.building
      this.building = new Set()
      return { ids, more: false }
    }
    const slot = this.next % this.length
    const ids = this.batches[slot]!
    this.batches[slot] = new Set()
    if (this.stopAt === Number.POSITIVE_INFINITY) {
      this.batches[slot] = this.building
      this.building = new Set()
    }
    this.next += 1
    return { ids, more: true }
  }

  /** Nothing more will be added: `take` now empties the pipe. */
  stop(): void {
    this.stopAt = this.next + this.length
  }

  private batchNumbered(batch: number): Set<Id> | undefined {
    if (batch === this.next + this.length) return this.building
    return batch >= this.next && batch < this.next + this.length
      ? this.batches[batch % this.length]
      : undefined
  }
}
