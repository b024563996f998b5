import type { AttributeValue } from '../attribute'
import { mixHash } from './hash-slots'

/** So many different values are worth a dictionary; a column with more keeps its further values row by row. */
const fewValues = 1024
const pageRows = 4096
/** Instead of a code: the value is kept with the row. */
export const keptWithRow = -1

/**
 * The values of one attribute in a table of attribute sets. While they are few, each has a code from 1 up, found by a
 * Map; once they are many, the column turns wide and a value is kept with its row, to be found by its hash. Either way
 * a value's hash is that of its type and content, so that turning wide moves nothing.
 *
 * Type-sensitive: 1, "1", true and "true" are four values; lists are told apart by content and order.
 */
export class ValueColumn {
  /** The hash and the value that `encode` last met. */
  hash = 0
  value: AttributeValue = null
  private isWide = false
  /** The code that `encode` last gave: much of what is measured says the same again (GET, 200). */
  private lastCode = 0
  private readonly values: AttributeValue[] = [null]
  private readonly hashes: number[] = [0]
  private readonly codes = new Map<string | number | boolean | null, number>()
  private readonly codesOfLists = new Map<string, number>()
  private pages: (AttributeValue | undefined)[][] = []

  /** Bytes of what it keeps beside the values themselves: 8 a reference, 48 an entry of the dictionary. */
  get byteLength(): number {
    return 56 * this.values.length + 8 * pageRows * this.pages.filter(Boolean).length
  }

  /**
   * The code of a value, 0 where it is not there and not to be added, `keptWithRow` in a wide column. `undefined`
   * counts as null: a name with no value still makes another set (opentelemetry-js, `sdk-metrics/src/utils.ts`).
   */
  encode(value: AttributeValue | undefined, adds: boolean): number {
    const given = value === undefined ? null : value
    if (this.isWide) {
      this.value = given
      this.hash = hashValue(given)
      return keptWithRow
    }
    if (given === this.values[this.lastCode] && this.lastCode > 0) return this.lastCode
    const known = isList(given) ? this.codesOfLists.get(JSON.stringify(given)) : this.codes.get(given)
    if (known !== undefined) {
      this.hash = this.hashes[known]!
      this.lastCode = known
      return known
    }
    if (!adds) return 0
    if (this.values.length > fewValues) {
      this.isWide = true
      return this.encode(given, adds)
    }
    const code = this.values.push(given) - 1
    if (isList(given)) this.codesOfLists.set(JSON.stringify(given), code)
    else this.codes.set(given, code)
    this.hash = hashValue(given)
    this.hashes.push(this.hash)
    this.lastCode = code
    return code
  }

  /** Whether the value last met is the one that a row has, whose code is given. */
  isValueOf(row: number, code: number): boolean {
    if (code === 0) return false
    const kept = this.valueOf(row, code)
    return kept === this.value || isSameOddValue(kept, this.value)
  }

  /** The value of a row, whose code is given; not for code 0. */
  valueOf(row: number, code: number): AttributeValue {
    if (code !== keptWithRow) return this.values[code]!
    return this.pages[Math.floor(row / pageRows)]![row % pageRows]!
  }

  /** Keeps the value last met with a new row. */
  keep(row: number): void {
    const page = Math.floor(row / pageRows)
    let cells = this.pages[page]
    if (!cells) {
      cells = new Array<AttributeValue | undefined>(pageRows)
      this.pages[page] = cells
    }
    cells[row % pageRows] = this.value
  }

  /** Forgets the values kept with rows. */
  forgetRows(): void {
    this.pages = []
  }
}

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

function hashValue(value: AttributeValue): number {
  if (typeof value === 'string') return hashText(value)
  if (typeof value === 'number') {
    double[0] = value + 0
    return mixHash(words[0]! ^ mixHash(words[1]! + 1))
  }
  if (isList(value)) return hashText(JSON.stringify(value)) ^ 0x5bd1e995
  return value === null ? 1 : value ? 2 : 3
}

function hashText(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Equality where `===` says no: NaN, and lists that are not the same object. */
function isSameOddValue(one: AttributeValue, other: AttributeValue): boolean {
  if (Number.isNaN(one)) return Number.isNaN(other)
  return isList(one) && isList(other) && JSON.stringify(one) === JSON.stringify(other)
}

function isList(value: AttributeValue): value is readonly (string | number | boolean | null)[] {
  return typeof value === 'object' && value !== null
}
