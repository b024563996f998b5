/**
 * The slots of an open-addressing hash table: pairs of (hash, number + 1) in one Int32Array, linear probing. It keeps
 * no keys: its owner does, by number, and says which of them is equal. At most three in five are taken, for beyond that
 * a search for what is not there becomes long; a large table grows by half, so that an entry takes 13 to 20 bytes.
 */
export class HashSlots {
  private slots: Int32Array
  private size: number
  private count = 0

  constructor(size = 16) {
    this.size = size
    this.slots = new Int32Array(2 * size)
  }

  get byteLength(): number {
    return this.slots.byteLength
  }

  /** Where to look first for a hash (32 bits): a place for `hashAt`, `numberAt` and `next`. */
  first(hash: number): number {
    return 2 * Math.floor(((hash >>> 0) * this.size) / 0x1_0000_0000)
  }

  next(place: number): number {
    return place + 2 === this.slots.length ? 0 : place + 2
  }

  hashAt(place: number): number {
    return this.slots[place]!
  }

  /** The number kept there, -1 where the place is free. */
  numberAt(place: number): number {
    return this.slots[place + 1]! - 1
  }

  /** Keeps a number at a free place that a search for its hash ended on. */
  put(place: number, hash: number, number: number): void {
    this.slots[place] = hash
    this.slots[place + 1] = number + 1
    this.count += 1
    if (this.count * 5 > this.size * 3) this.grow()
  }

  clear(): void {
    this.slots.fill(0)
    this.count = 0
  }

  private grow(): void {
    const old = this.slots
    this.size = grownSize(this.size)
    this.slots = new Int32Array(2 * this.size)
    const { slots } = this
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let place = this.first(old[from]!)
      while (slots[place + 1] !== 0) place = this.next(place)
      slots[place] = old[from]!
      slots[place + 1] = old[from + 1]!
    }
  }
}

/** While a table is small its room weighs little and its moves do; later it is the other way round. */
function grownSize(size: number): number {
  if (size < 4096) return 4 * size
  return size < 131_072 ? 2 * size : size + (size >> 1)
}

/** Spreads 32 bits over 32 bits. Source: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
export function mixHash(bits: number): number {
  let mixed = bits
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
