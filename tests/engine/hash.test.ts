import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fnv1a32, fnv1a64, fnv1a64Into, fnv64OffsetBasis } from '@/lib/engine/hash'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function fnv64Reference(bytes: Uint8Array): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash
}

describe('FNV-1a', () => {
  test('gives the values of the published test table', () => {
    expect(fnv1a32(bytesOf(''))).toBe(0x811c9dc5)
    expect(fnv1a32(bytesOf('a'))).toBe(0xe40c292c)
    expect(fnv1a32(bytesOf('foobar'))).toBe(0xbf9cf968)
    expect(fnv1a64(bytesOf(''))).toBe(0xcbf29ce484222325n)
    expect(fnv1a64(bytesOf('a'))).toBe(0xaf63dc4c8601ec8cn)
    expect(fnv1a64(bytesOf('foobar'))).toBe(0x85944171f73967e8n)
  })

  test('in 64 bits agrees with big integer arithmetic on every input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fnv1a64(bytes)).toBe(fnv64Reference(bytes))
      }),
    )
  })

  test('of two pieces one after another is the hash of the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, cut) => {
        const at = Math.min(cut, bytes.length)
        expect(fnv1a32(bytes, fnv1a32(bytes, undefined, 0, at), at)).toBe(fnv1a32(bytes))
        const words = Uint32Array.of(fnv64OffsetBasis.high, fnv64OffsetBasis.low)
        fnv1a64Into(words, bytes, 0, at)
        fnv1a64Into(words, bytes, at)
        expect((BigInt(words[0]!) << 32n) | BigInt(words[1]!)).toBe(fnv1a64(bytes))
      }),
    )
  })
})
