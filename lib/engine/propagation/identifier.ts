import type { Random } from '../random'

function hexWord(word: number): string {
  return word.toString(16).padStart(8, '0')
}

/**
 * A new trace id: 32 lower-case hexadecimal digits, all 16 bytes random, never all zero. Its right-most 7 bytes
 * are random, so the random flag may be set with it (Trace Context Level 2, section 2.2.5).
 */
export function createTraceId(random: Random): string {
  const words = [random.uint32(), random.uint32(), random.uint32(), random.uint32()]
  if (!words.some((word) => word !== 0)) words[3] = 1
  return words.map(hexWord).join('')
}

/** A new span id (what traceparent calls parent-id): 16 lower-case hexadecimal digits, never all zero. */
export function createSpanId(random: Random): string {
  const high = random.uint32()
  const low = random.uint32()
  return hexWord(high) + hexWord(high === 0 && low === 0 ? 1 : low)
}

const hexadecimal32 = /^(?!0{32})[0-9a-f]{32}$/i
const hexadecimal16 = /^(?!0{16})[0-9a-f]{16}$/i

/** 32 hexadecimal digits, not all zero: what OpenTelemetry's `isValidTraceId` accepts. */
export function isValidTraceId(traceId: string): boolean {
  return hexadecimal32.test(traceId)
}

/** 16 hexadecimal digits, not all zero: what OpenTelemetry's `isValidSpanId` accepts. */
export function isValidSpanId(spanId: string): boolean {
  return hexadecimal16.test(spanId)
}
