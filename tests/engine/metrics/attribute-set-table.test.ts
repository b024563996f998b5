import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AttributeSetTable,
  type Attributes,
  type AttributeValue,
  createRandom,
  isSameAttributeSet,
} from '@/lib/engine'

const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.5, Number.NaN, Number.POSITIVE_INFINITY, '1', 'true', '', 'ünï', '[1]'),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(1, '1', true, null), { maxLength: 2 }),
)
const set: fc.Arbitrary<Attributes> = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'http.route'),
  value,
  {
    noNullPrototype: true,
  },
)

/** The identity that the specification asks for, written the slow way. */
function identityOf(attributes: Attributes): string {
  const typed = (one: AttributeValue): string =>
    Array.isArray(one) ? `[${one.map(typed).join()}]` : `${typeof one}:${JSON.stringify(one)}:${String(one)}`
  const entries = Object.entries(attributes).map(([key, one]) => `${key}=${typed(one)}`)
  return entries.sort().join(';')
}

test('sets share a row exactly if they have the same names with the same values of the same types', () => {
  fc.assert(
    fc.property(fc.array(set, { maxLength: 50 }), (sets) => {
      const table = new AttributeSetTable()
      const rows = new Map<string, number>()
      for (const one of sets) {
        const identity = identityOf(one)
        expect(table.find(one)).toBe(rows.get(identity) ?? -1)
        const row = table.add(one)
        expect(row).toBe(rows.get(identity) ?? rows.size)
        rows.set(identity, row)
      }
      expect(table.size).toBe(rows.size)
      for (const one of sets) {
        expect(identityOf(table.attributesOf(table.find(one)))).toBe(identityOf(one))
      }
    }),
  )
})

test('the order in which attributes are written means nothing', () => {
  fc.assert(
    fc.property(set, (one) => {
      expect(isSameAttributeSet(one, Object.fromEntries(Object.entries(one).reverse()))).toBe(true)
    }),
  )
})

test('a hundred thousand users are found again, and so are sets older than a name that came late', () => {
  const table = new AttributeSetTable()
  const random = createRandom(7)
  const user = () => ({ route: '/', user: `user-${Math.floor(random.next() * 1e9)}`, age: random.uint32() })
  const sets: Attributes[] = Array.from({ length: 100_000 }, user)
  const rows = sets.map((one) => table.add(one))
  table.add({ route: '/', late: true })
  expect(sets.map((one) => table.find(one))).toEqual(rows)
  expect(table.attributesOf(rows[99_999]!)).toEqual(sets[99_999])
  expect(table.find({ route: '/', user: 'user-x', age: 1 })).toBe(-1)
})

test('looking for a set does not add it, nor its names', () => {
  const table = new AttributeSetTable()
  table.add({ a: 1 })
  expect(table.find({ a: 1, b: 1 })).toBe(-1)
  expect(table.find({ b: 1 })).toBe(-1)
  expect(table.find({ a: 2 })).toBe(-1)
  expect(table.find({ a: 1 })).toBe(0)
  expect(table.size).toBe(1)
})

test('a row that is not there is refused', () => {
  expect(() => new AttributeSetTable().attributesOf(0)).toThrow(RangeError)
})

test('a series of four attributes, a million of them, takes at most 64 bytes beside its strings', () => {
  const table = new AttributeSetTable()
  let worst = 0
  for (let user = 0; user < 300_000; user += 1) {
    table.add({ method: 'GET', route: '/', status: 200, user: `user-${user}` })
    if (user > 100_000 && user % 1000 === 0) worst = Math.max(worst, table.byteLength / table.size)
  }
  expect(worst + 8).toBeLessThan(64)
})
