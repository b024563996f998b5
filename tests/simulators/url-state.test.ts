import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readUrlState, writeUrlState } from '@/lib/simulators/url-state'
import { counter } from './counter'

const plain = counter.presets[0].params

describe('the address of a simulator', () => {
  test('is empty for the untouched beginning', () => {
    expect(writeUrlState(counter, { preset: 'plain', params: plain, elapsedMs: 0 })).toBe('')
  })

  test('holds only what differs from the preset', () => {
    const params = { ...counter.presets[1]!.params, rate: 0.5 }
    expect(writeUrlState(counter, { preset: 'twice', params, elapsedMs: 250 })).toBe(
      'preset=twice&rate=0.5&at=250',
    )
  })

  test('gives back every place that was written', () => {
    const place = fc.record({
      preset: fc.constantFrom('plain', 'twice'),
      params: fc.record({
        seed: fc.nat(),
        rate: fc.double({ min: 0, max: 1, noNaN: true }).map((rate) => rate + 0),
        name: fc.string({ maxLength: 5 }),
        doubled: fc.boolean(),
      }),
      elapsedMs: fc.integer({ min: 0, max: 1000 }),
    })
    fc.assert(
      fc.property(place, (written) => {
        expect(readUrlState(counter, writeUrlState(counter, written))).toEqual({ ...written, notes: [] })
      }),
    )
  })

  test.each([
    ['rate=2', '“rate” cannot be “2” here and was left as it was.'],
    ['rate=', '“rate” cannot be “” here and was left as it was.'],
    ['doubled=yes', '“doubled” cannot be “yes” here and was left as it was.'],
    ['colour=red', '“colour” cannot be “red” here and was left as it was.'],
    ['__proto__=1', '“__proto__” cannot be “1” here and was left as it was.'],
    ['preset=none', 'There is no preset “none” here: this is “Plain”.'],
  ])('%s is refused with a note', (search, note) => {
    expect(readUrlState(counter, search)).toEqual({
      ...{ preset: 'plain', params: plain, elapsedMs: 0, notes: [note] },
    })
  })

  test('a good value beside a bad one is kept', () => {
    expect(readUrlState(counter, 'rate=9&name=b').params).toEqual({ ...plain, name: 'b' })
  })

  test.each([
    ['at=99999999', 1000],
    ['at=-5', 0],
    ['at=soon', 0],
  ])('%s becomes a moment of the run', (search, elapsedMs) => {
    expect(readUrlState(counter, search).elapsedMs).toBe(elapsedMs)
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (search) => readUrlState(counter, search).params.seed >= 0))
  })
})
