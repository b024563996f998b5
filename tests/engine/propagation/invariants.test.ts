import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BaggageEntry,
  createRandom,
  extractTraceContextFromHeaders,
  formatBaggage,
  formatTraceparent,
  formatTracestate,
  injectTraceContext,
  isBaggageKey,
  parseBaggage,
  parseTraceparent,
  parseTracestate,
  percentDecode,
  percentEncode,
  setTracestateMember,
  type TracestateMember,
} from '@/lib/engine'

const hex = (digits: number) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
    .filter((text) => /[^0]/.test(text))
const traceparent = fc.record({ traceId: hex(32), parentId: hex(16), flags: fc.nat(255) })

const key = fc.stringMatching(/^[a-z][a-z0-9_*/-]{0,20}$/)
const value = fc.stringMatching(/^[!-+\--<>-~]{1,20}$/)
const members = fc.uniqueArray(fc.record({ key, value }), { selector: (member) => member.key, maxLength: 32 })

const baggageKey = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,12}$/)
const unicode = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const property = fc.record({
  key: baggageKey,
  value: fc.option(fc.string({ unit: 'grapheme', maxLength: 8 })),
})
const entry = fc.record({ key: baggageKey, value: unicode, properties: fc.array(property, { maxLength: 3 }) })

describe('trace context', { timeout: 60_000 }, () => {
  test('written and read again is the same in version 00, with the flags that are known', () => {
    fc.assert(
      fc.property(traceparent, (fields) => {
        const parsed = parseTraceparent(formatTraceparent(fields))
        expect(parsed.traceparent).toMatchObject({ ...fields, version: '00', flags: fields.flags & 3 })
        expect(formatTraceparent(parsed.traceparent!)).toBe(formatTraceparent(fields))
      }),
    )
  })

  test('of a participant reaches the next one whole', () => {
    fc.assert(
      fc.property(traceparent, members, ({ traceId, parentId, flags }, tracestate) => {
        const sent = { traceId, spanId: parentId, traceFlags: flags & 3, tracestate }
        const received = extractTraceContextFromHeaders(injectTraceContext(sent))
        expect(received.spanContext).toEqual({ ...sent, isRemote: true })
      }),
    )
  })
})

describe('tracestate', { timeout: 60_000 }, () => {
  test('has at most 32 members, the newest left-most, and the others as they were', () => {
    fc.assert(
      fc.property(members, fc.array(fc.record({ key, value }), { maxLength: 40 }), (start, changes) => {
        let list: readonly TracestateMember[] = start
        for (const change of changes) {
          const before = list
          list = setTracestateMember(before, change.key, change.value).members
          expect(list[0]).toEqual(change)
          expect(list.length).toBeLessThanOrEqual(32)
          const others = before.filter((member) => member.key !== change.key)
          expect(list.slice(1)).toEqual(others.slice(0, 31))
        }
        expect(parseTracestate(formatTracestate(list)).members).toEqual(list)
      }),
    )
  })
})

describe('baggage', { timeout: 60_000 }, () => {
  test('written and read again is the same while it fits', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const format = formatBaggage(entries)
        expect(format.dropped).toEqual([])
        expect(parseBaggage(format.header)).toEqual({ entries, problems: [] })
      }),
    )
  })

  test('as OpenTelemetry JS writes and reads it keeps any key and any value that is not empty', () => {
    const anyEntry = fc.record({ key: unicode, value: unicode, properties: fc.constant([]) })
    const distinct = fc.uniqueArray(anyEntry, { selector: (candidate) => candidate.key, maxLength: 20 })
    fc.assert(
      fc.property(distinct, (entries: BaggageEntry[]) => {
        const options = { behaviour: 'opentelemetry-js' } as const
        expect(parseBaggage(formatBaggage(entries, options).header, options).entries).toEqual(entries)
      }),
    )
  })

  test('up to 64 members and 8192 bytes is never cut, and more never exceeds 8192 bytes', () => {
    const random = createRandom(1)
    for (let round = 0; round < 200; round += 1) {
      const count = 1 + (random.uint32() % 64)
      const length = 1 + (random.uint32() % Math.floor(8192 / count))
      const entries = Array.from({ length: count }, (_, index) => ({
        key: `k${index}`,
        value: 'v'.repeat(length),
        properties: [],
      }))
      const whole = entries.reduce((sum, { key: name }) => sum + name.length + 1 + length, count - 1)
      const format = formatBaggage(entries)
      expect(format.bytes).toBeLessThanOrEqual(8192)
      if (whole <= 8192) expect(format.propagated).toHaveLength(count)
      expect(format.propagated.length + format.dropped.length).toBe(count)
    }
  })
})

describe('percent-encoding', { timeout: 60_000 }, () => {
  test('agrees with the platform on all Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeURIComponent(percentEncode(text))).toBe(text)
        expect(percentDecode(encodeURIComponent(text))).toBe(text)
      }),
    )
  })

  test('of bytes that are not UTF-8 agrees with TextDecoder', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
        expect(percentDecode(encoded)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  test('keys that are tokens need none', () => {
    fc.assert(fc.property(baggageKey, (name) => isBaggageKey(name)))
  })
})
