import { fnv1a32 } from '../hash'
import type { Randomness } from '../sampling/threshold'

/** The hash has 14 bits: 16384 buckets. */
export const hashBuckets = 0x4000

/** The bytes of a hexadecimal text, such as a trace id. A digit that is not one counts as 0. */
export function hexadecimalToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

/**
 * The hash of the probabilistic_sampler: FNV-1a, 32 bits, over the seed as four little-endian bytes and then the
 * bytes. Source: collector-contrib processor/probabilisticsamplerprocessor/fnvhasher.go.
 */
export function probabilisticHash(bytes: ArrayLike<number>, hashSeed: number): number {
  const seed = [hashSeed & 0xff, (hashSeed >>> 8) & 0xff, (hashSeed >>> 16) & 0xff, hashSeed >>> 24]
  return fnv1a32(bytes, fnv1a32(seed))
}

/** The bucket of a hash, 0 to 16383: its lowest 14 bits. */
export function hashBucket(hash: number): number {
  return hash & (hashBuckets - 1)
}

/**
 * How many of the 16384 buckets are kept at a percentage: computed in 32-bit floats and cut off, as the Collector
 * does. Source: sampler_mode.go, `uint32(pct * percentageScaleFactor)`.
 *
 * @param percentage 0 to 100, above counts as 100.
 */
export function scaledSamplingRate(percentage: number): number {
  const scaled = Math.fround(Math.fround(Math.min(100, percentage)) * Math.fround(hashBuckets / 100))
  return Math.max(0, Math.trunc(scaled))
}

/**
 * Randomness made of a hash, such that R ≥ T decides exactly as bucket < rate: 14 inverted bucket bits, then 28
 * bits mixed from the rest of the hash, then the bucket. Source: sampler_mode.go, randomnessFromBytes.
 */
export function hashToRandomness(hash: number): Randomness {
  const bucket = BigInt(hashBucket(hash))
  const unused = BigInt(hash >>> 18)
  const mixed = unused ^ (unused << 10n)
  return ((BigInt(hashBuckets - 1) - bucket) << 42n) | (mixed << 14n) | bucket
}
