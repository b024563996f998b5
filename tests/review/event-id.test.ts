import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { eventId } from '@/lib/review/event-id'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
const time = fc.integer({ min: 0, max: 4_102_444_800_000 })

test('an id is a UUID of version 7 that the wire format accepts', () => {
  fc.assert(
    fc.property(time, random, (at, chance) => {
      expect(z.uuidv7().safeParse(eventId(at, chance)).success).toBe(true)
    }),
  )
})

test('an id made in a later millisecond sorts later', () => {
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 1e9 }), random, random, (at, later, one, two) => {
      expect(eventId(at, one) < eventId(at + later, two)).toBe(true)
    }),
  )
})

test('the time stands in the first 48 bits, as in the example of RFC 9562', () => {
  const bytes = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(eventId(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})
