/**
 * A source of chance. The engine never rolls its own dice: whoever starts a run passes one in, so that the same
 * seed gives the same picture to the reader, the test and the benchmark.
 */
export interface Random {
  /** A number in [0, 1) with 32 bits of resolution. */
  next(): number
  /** An integer in [0, 2^32). */
  uint32(): number
}

/**
 * One step of SplitMix32: spreads a small seed over all 32 bits, so that neighbouring seeds start far apart.
 *
 * Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators" (2014), with the
 * 32-bit finaliser constants of MurmurHash3.
 */
function splitMix32(state: number): number {
  let mixed = state >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const goldenGamma = 0x9e3779b9

/**
 * sfc32. A class, and its state in a typed array, for speed: closed-over numbers would be boxed as soon as they leave
 * the range of small integers, and a closure that dies takes along whatever was compiled with it inlined.
 */
class SmallFastCounting implements Random {
  private readonly state = new Int32Array(4)

  constructor(low: number, high: number) {
    const { state } = this
    state[0] = splitMix32(low + goldenGamma)
    state[1] = splitMix32(low + 2 * goldenGamma)
    state[2] = splitMix32((high ^ low) + 3 * goldenGamma)
    state[3] = 1
    // The first outputs still resemble the seed; the author of sfc32 discards twelve.
    for (let round = 0; round < 12; round += 1) this.uint32()
  }

  uint32(): number {
    const { state } = this
    const b = state[1]!
    const c = state[2]!
    const counter = state[3]!
    const sum = (((state[0]! + b) | 0) + counter) | 0
    state[3] = counter + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }

  next(): number {
    return this.uint32() / 0x1_0000_0000
  }
}

/**
 * A seeded generator (sfc32: 128 bits of state, period at least 2^32, passes PractRand).
 *
 * @param seed any number; its low 32 bits and, for larger integers, the next 21 bits are used. Two calls with
 * the same seed give the same sequence on every platform. `NaN` and infinities count as 0.
 *
 * Not for secrets. Source: Chris Doty-Humphrey, PractRand, sfc32.
 */
export function createRandom(seed: number): Random {
  const whole = Number.isFinite(seed) ? Math.trunc(seed) : 0
  return new SmallFastCounting(whole >>> 0, Math.floor(whole / 0x1_0000_0000) >>> 0)
}

/**
 * A second, independent generator drawn from the first. Give each part of a simulation its own, so that one
 * more draw in one part does not shift the dice of another.
 */
export function forkRandom(random: Random): Random {
  return createRandom(random.uint32() * 0x20_0000 + (random.uint32() >>> 11))
}
