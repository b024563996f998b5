/** Entries by id: what the core needs of a Map. */
export interface EntryTable<Id, Entry> {
  readonly size: number
  get(id: Id): Entry | undefined
  set(id: Id, entry: Entry): unknown
  delete(id: Id): boolean
  keys(): Iterable<Id>
  values(): Iterable<Entry>
}

/** A table for ids that are small whole numbers: an array, several times as fast as a Map. `keys` is by id. */
export class DenseEntryTable<Entry> implements EntryTable<number, Entry> {
  private readonly slots: (Entry | undefined)[] = []
  size = 0

  get(id: number): Entry | undefined {
    return id < this.slots.length ? this.slots[id] : undefined
  }

  set(id: number, entry: Entry): void {
    while (this.slots.length <= id) this.slots.push(undefined)
    if (this.slots[id] === undefined) this.size += 1
    this.slots[id] = entry
  }

  delete(id: number): boolean {
    if (this.get(id) === undefined) return false
    this.slots[id] = undefined
    this.size -= 1
    return true
  }

  *keys(): Generator<number> {
    for (const [id, entry] of this.slots.entries()) if (entry !== undefined) yield id
  }

  *values(): Generator<Entry> {
    for (const entry of this.slots) if (entry !== undefined) yield entry
  }
}
