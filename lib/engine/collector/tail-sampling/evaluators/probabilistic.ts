import { fnv1a64Into, fnv64OffsetBasis } from '../../../hash'
import { encodeUtf8 } from '../../../utf8'
import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'
import type { TraceView } from '../trace-view'

const defaultHashSalt = 'default-hash-seed'
const maxUint64 = 0xffff_ffff_ffff_ffffn

/**
 * The highest hash that is sampled: (2^64 - 1) times the ratio, in a float of 64 bits of precision (rounded to the
 * nearest, ties to even), then truncated and held within an unsigned 64-bit integer.
 *
 * @param percentage 0 to 100; more counts as 100, less as 0, and so does what is not a number.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/probabilistic.go calculateThreshold.
 */
export function probabilisticThreshold(percentage: number): bigint {
  const ratio = percentage / 100
  if (!(ratio > 0)) return 0n
  if (ratio >= 1) return maxUint64
  // The ratio is mantissa * 2^-shift exactly; a double holds 53 bits.
  let shift = 0
  let scaled = ratio
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    shift += 1
  }
  const product = maxUint64 * BigInt(scaled)
  const surplus = product.toString(2).length - 64
  let rounded = product
  if (surplus > 0) {
    const unit = 1n << BigInt(surplus)
    const rest = product % unit
    rounded = product - rest
    const half = unit / 2n
    if (rest > half || (rest === half && (rounded / unit) % 2n === 1n)) rounded += unit
  }
  const threshold = rounded >> BigInt(shift)
  return threshold > maxUint64 ? maxUint64 : threshold
}

/** The FNV-1a-64 state after the salt, from which every trace id is hashed. */
function saltState(salt: string): Uint32Array {
  const words = Uint32Array.of(fnv64OffsetBasis.high, fnv64OffsetBasis.low)
  fnv1a64Into(words, encodeUtf8(salt === '' ? defaultHashSalt : salt))
  return words
}

const idBytes = new Uint8Array(16)
const hashWords = new Uint32Array(2)

/** Leaves the hash of salt and trace id in `hashWords`. No allocation: this runs once for every trace. */
function hashId(salted: Uint32Array, words: ArrayLike<number>, at: number): void {
  for (let index = 0; index < 4; index += 1) {
    const word = words[at + index]!
    idBytes[4 * index] = word >>> 24
    idBytes[4 * index + 1] = word >>> 16
    idBytes[4 * index + 2] = word >>> 8
    idBytes[4 * index + 3] = word
  }
  hashWords[0] = salted[0]!
  hashWords[1] = salted[1]!
  fnv1a64Into(hashWords, idBytes)
}

/**
 * The hash that the probabilistic policy compares with its threshold.
 *
 * @param traceIdWords the trace id as four big-endian 32-bit words.
 * @param salt `hash_salt`; empty for the processor's default.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/probabilistic.go hashTraceID.
 */
export function probabilisticHash(traceIdWords: ArrayLike<number>, salt = ''): bigint {
  hashId(saltState(salt), traceIdWords, 0)
  return (BigInt(hashWords[0]!) << 32n) | BigInt(hashWords[1]!)
}

/**
 * Samples a trace whose salted hash is at most the threshold. The same salt on two tiers keeps nested sets, another
 * salt an independent one. 0 % still samples the one hash that is 0.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/probabilistic.go.
 */
export function probabilistic(percentage: number, salt: string): PolicyProgram {
  const salted = saltState(salt)
  const threshold = probabilisticThreshold(percentage)
  const high = Number(threshold >> 32n)
  const low = Number(threshold & 0xffff_ffffn)
  const evaluator = {
    stateful: false,
    evaluate(trace: TraceView) {
      hashId(salted, trace.idWords, trace.idAt)
      const hash = hashWords[0]!
      return hash < high || (hash === high && hashWords[1]! <= low)
        ? decisionCode.Sampled
        : decisionCode.NotSampled
    },
  }
  return { stateful: false, bind: () => evaluator }
}
