import type { AttributeValue } from '../attribute'

/**
 * One attribute of the spans of a batch, as a column of codes: `codes[span]` is 0 where the span does not carry the
 * attribute, and otherwise stands for the value `decode(code)`.
 *
 * A coded column keeps its values in a dictionary (`values[code]`, slot 0 unused). A numbered column has values
 * `prefix + (code - 1)` and no dictionary, so that millions of users cost nothing but their codes.
 */
export class AttributeColumn {
  /** Int32 per span; valid up to the batch's `spanCount`. */
  codes: Int32Array
  /** The dictionary; slot 0 is unused. Empty for a numbered column. */
  readonly values: AttributeValue[] = [null]
  private readonly codeByValue = new Map<AttributeValue, number>()

  constructor(
    readonly key: string,
    capacity: number,
    readonly prefix: string | null = null,
  ) {
    this.codes = new Int32Array(capacity)
  }

  /** The code of a value, adding it to the dictionary where it is new. RangeError in a numbered column. */
  encode(value: AttributeValue): number {
    if (this.prefix !== null) throw new RangeError(`The values of ${this.key} are numbered, not listed`)
    const identity = Array.isArray(value) ? JSON.stringify(['array', value]) : value
    const known = this.codeByValue.get(identity)
    if (known !== undefined) return known
    this.values.push(value)
    this.codeByValue.set(identity, this.values.length - 1)
    return this.values.length - 1
  }

  /** The value a code stands for; `undefined` for 0 and for a code that was never given out. */
  decode(code: number): AttributeValue | undefined {
    if (code <= 0) return undefined
    return this.prefix === null ? this.values[code] : `${this.prefix}${code - 1}`
  }

  /** Makes room for `capacity` spans; codes already written are kept. */
  grow(capacity: number): void {
    const codes = new Int32Array(capacity)
    codes.set(this.codes)
    this.codes = codes
  }
}
