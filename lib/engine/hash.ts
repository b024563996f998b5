const offsetBasis32 = 0x811c9dc5
const prime32 = 0x01000193

/**
 * FNV-1a, 32 bits, over bytes. Returns an integer in [0, 2^32).
 *
 * @param bytes the input, read from `start` (inclusive) to `end` (exclusive).
 * @param state the hash of what came before, to hash several pieces as one; default is the offset basis.
 *
 * Source: FNV-1a, draft-eastlake-fnv section 2; Go `hash/fnv` New32a.
 */
export function fnv1a32(
  bytes: ArrayLike<number>,
  state: number = offsetBasis32,
  start = 0,
  end: number = bytes.length,
): number {
  let hash = state | 0
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index]!, prime32)
  return hash >>> 0
}

/** The 64-bit FNV-1a offset basis, high and low word: what `fnv1a64Into` starts from. */
export const fnv64OffsetBasis = { high: 0xcbf29ce4, low: 0x84222325 } as const

/**
 * FNV-1a, 64 bits, over bytes, without BigInt and without allocation: for hot loops.
 *
 * @param words `[high, low]`, two unsigned 32-bit words. It holds the state on entry (start it at
 * `fnv64OffsetBasis`) and the hash on return, so pieces can be hashed one after another.
 *
 * Source: FNV-1a, draft-eastlake-fnv section 2; Go `hash/fnv` New64a.
 */
export function fnv1a64Into(
  words: Uint32Array,
  bytes: ArrayLike<number>,
  start = 0,
  end: number = bytes.length,
): void {
  let high = words[0]!
  let low = words[1]!
  for (let index = start; index < end; index += 1) {
    low = (low ^ bytes[index]!) >>> 0
    // The prime is 2^40 + 0x1b3. The low product is taken in two halves to stay exact in a double.
    const lowerProduct = (low & 0xffff) * 0x1b3
    const upperProduct = (low >>> 16) * 0x1b3 + (lowerProduct >>> 16)
    high = (Math.imul(high, 0x1b3) + (low << 8) + (upperProduct >>> 16)) >>> 0
    low = ((upperProduct << 16) | (lowerProduct & 0xffff)) >>> 0
  }
  words[0] = high
  words[1] = low
}

/** FNV-1a, 64 bits, over bytes, as an unsigned 64-bit bigint. For hot loops use `fnv1a64Into`. */
export function fnv1a64(bytes: ArrayLike<number>): bigint {
  const words = Uint32Array.of(fnv64OffsetBasis.high, fnv64OffsetBasis.low)
  fnv1a64Into(words, bytes)
  return (BigInt(words[0]!) << 32n) | BigInt(words[1]!)
}
