import type { Attributes, AttributeValue } from '../attribute'
import { HashSlots, mixHash } from './hash-slots'
import { keptWithRow, ValueColumn } from './value-column'

const pageRows = 4096

/**
 * Attribute sets as rows of codes, found by an open-addressing hash table on typed arrays. A set of k known names takes
 * 4k bytes of codes, 8 for a value of which there are many, and 13 to 20 of slots. The order in which attributes are
 * written means nothing; the type of a value does.
 *
 * Source: specification/metrics/sdk.md, Cardinality limits; specification/common/README.md, Attribute Collections.
 */
export class AttributeSetTable {
  size = 0
  /** Names by column, in the order in which they were first met. */
  private readonly keys: string[] = []
  private readonly columns: ValueColumn[] = []
  private readonly columnByKey = new Map<string, number>()
  private readonly slots = new HashSlots()
  /** Codes, `pageRows` rows to a page, `keys.length` to a row: 0 absent. */
  private pages: Int32Array[] = []
  /** The set being looked for: its codes and its hash. */
  private scratch = new Int32Array(8)
  private hash = 0
  /** The names of the last set and their columns: the sets of one instrument are mostly written alike. */
  private readonly lastKeys: string[] = []
  private readonly lastColumns: number[] = []

  /** @param counts whether a name belongs to the set; all do where absent. */
  constructor(private readonly counts: (key: string) => boolean = () => true) {}

  /** Bytes of codes, slots, dictionaries and references to values, without the strings themselves. */
  get byteLength(): number {
    let bytes = this.slots.byteLength
    for (const page of this.pages) bytes += page.byteLength
    for (const column of this.columns) bytes += column.byteLength
    return bytes
  }

  /** The names that have been met, by column. */
  get names(): readonly string[] {
    return this.keys
  }

  /** The row of a set, or -1 where it is not there. */
  find(attributes: Attributes): number {
    return this.encode(attributes, false) ? this.search(false) : -1
  }

  /** The row of a set, added where it is new: then it is `size - 1`. */
  add(attributes: Attributes): number {
    this.encode(attributes, true)
    return this.search(true)
  }

  /** The set of a row. RangeError for a row that is not there. */
  attributesOf(row: number): Attributes {
    if (!(row >= 0 && row < this.size)) throw new RangeError(`No attribute set in row ${row}`)
    const attributes: Record<string, AttributeValue> = {}
    const width = this.keys.length
    const page = this.pages[Math.floor(row / pageRows)]!
    for (const [column, key] of this.keys.entries()) {
      const code = page[(row % pageRows) * width + column]!
      if (code !== 0) attributes[key] = this.columns[column]!.valueOf(row, code)
    }
    return attributes
  }

  /** Forgets the sets and keeps the dictionaries. */
  clear(): void {
    this.size = 0
    this.pages = []
    this.slots.clear()
    for (const column of this.columns) column.forgetRows()
  }

  /**
   * Writes the codes of a set to `scratch`, and its hash: a sum over columns, so that neither the order of names nor a
   * column that comes later changes it. @returns false where a value is unknown and not to be added.
   */
  private encode(attributes: Attributes, adds: boolean): boolean {
    const { lastKeys, lastColumns } = this
    // By hand: a call of `fill` costs more than it clears.
    for (let column = 0; column < this.keys.length; column += 1) this.scratch[column] = 0
    let position = 0
    let sum = 0
    for (const key in attributes) {
      if (lastKeys[position] !== key) {
        lastColumns[position] = this.columnOf(key, adds)
        lastKeys[position] = key
      }
      const index = lastColumns[position]!
      position += 1
      if (index === ignored) continue
      if (index === unknown) {
        lastKeys.length = 0
        return false
      }
      const column = this.columns[index]!
      const code = column.encode(attributes[key], adds)
      if (code === 0) return false
      this.scratch[index] = code
      sum = (sum + spread(column.hash + Math.imul(index, 0x9e3779b1))) | 0
    }
    this.hash = mixHash(sum)
    return true
  }

  private columnOf(key: string, adds: boolean): number {
    if (!this.counts(key)) return ignored
    const known = this.columnByKey.get(key)
    if (known !== undefined) return known
    if (!adds) return unknown
    const column = this.keys.push(key) - 1
    this.columnByKey.set(key, column)
    this.columns.push(new ValueColumn())
    this.widen()
    return column
  }

  private search(adds: boolean): number {
    const { slots, hash } = this
    let place = slots.first(hash)
    for (let row = slots.numberAt(place); row >= 0; row = slots.numberAt(place)) {
      if (slots.hashAt(place) === hash && this.isRow(row)) return row
      place = slots.next(place)
    }
    if (!adds) return -1
    const row = this.size
    this.size = row + 1
    const width = this.keys.length
    if (row % pageRows === 0) this.pages.push(new Int32Array(pageRows * width))
    const page = this.pages[Math.floor(row / pageRows)]!
    const start = (row % pageRows) * width
    for (let column = 0; column < width; column += 1) {
      const code = this.scratch[column]!
      page[start + column] = code
      if (code === keptWithRow) this.columns[column]!.keep(row)
    }
    slots.put(place, hash, row)
    return row
  }

  private isRow(row: number): boolean {
    const width = this.keys.length
    const page = this.pages[Math.floor(row / pageRows)]!
    const start = (row % pageRows) * width
    for (let column = 0; column < width; column += 1) {
      const code = this.scratch[column]!
      if (code === keptWithRow) {
        if (!this.columns[column]!.isValueOf(row, page[start + column]!)) return false
      } else if (page[start + column] !== code) return false
    }
    return true
  }

  /** Lays the rows out again after a name was added: rare, for an instrument's names are met early. */
  private widen(): void {
    const width = this.keys.length
    if (width > this.scratch.length) {
      const scratch = new Int32Array(2 * width)
      scratch.set(this.scratch)
      this.scratch = scratch
    }
    this.pages = this.pages.map((page) => {
      const wider = new Int32Array(pageRows * width)
      for (let row = 0; row < pageRows; row += 1) {
        for (let column = 0; column < width - 1; column += 1) {
          wider[row * width + column] = page[row * (width - 1) + column]!
        }
      }
      return wider
    })
  }
}

/** Enough that a sum of such keeps columns apart; the sum itself is mixed well. */
function spread(hash: number): number {
  const high = Math.imul(hash, 0x85ebca6b)
  return high ^ (high >>> 15)
}

const ignored = -1
const unknown = -2
