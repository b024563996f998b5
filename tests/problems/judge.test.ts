import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue, problemNames } from '@/lib/problems/catalogue'
import { generate } from '@/lib/problems/generator'
import { canBeJudged, judge, rightAnswer } from '@/lib/problems/judge'
import { readNumber, writeNumber } from '@/lib/problems/number-text'
import type { Asks } from '@/lib/problems/problem'
import { loadGenerator } from '@/lib/problems/registry'
import { makeSeed, versionOfSeed } from '@/lib/problems/seed'

describe('a number as people type it', () => {
  test.each([
    ['600', 600],
    [' 10,200 ', 10_200],
    ['10 200', 10_200],
    ['1,000,000', 1_000_000],
    ['6.25 %', 6.25],
    ['120ms', 120],
    ['.5', 0.5],
    ['-3', -3],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  test.each(['', 'many', '1,5', '10,20', '1.2.3', '1e3', '--1', '12 12'])('%j is not guessed at', (text) => {
    expect(readNumber(text)).toBeNull()
  })

  test('what is written can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(readNumber(writeNumber(value))).toBe(value)
      }),
    )
  })
})

describe('judging', () => {
  const hex: Asks = { kind: 'text', form: 'hex', right: 'e666', accepted: ['e6660'], mistakes: [] }

  test.each(['e666', 'E666', ' e666 ', '`e666`', 'th:e666', 'ot=th:e666', '0xe666', 'e6660'])(
    '%j is e666',
    (text) => {
      expect(judge(hex, { text, picked: [] }).isRight).toBe(true)
    },
  )

  test.each(['e66', 'e6666', 'th', ''])('%j is not e666', (text) => {
    expect(judge(hex, { text, picked: [] }).isRight).toBe(false)
  })

  test('a number may be as far off as the problem allows, and no farther', () => {
    const asks: Asks = { kind: 'number', unit: 'ms', right: 200, tolerance: 0.01, mistakes: [] }
    expect(judge(asks, { text: '202', picked: [] }).isRight).toBe(true)
    expect(judge(asks, { text: '202.1', picked: [] }).isRight).toBe(false)
  })

  test('0 is right where 0 is right', () => {
    const asks: Asks = {
      kind: 'number',
      unit: 'ms',
      right: 0,
      tolerance: 0,
      mistakes: [{ answer: 5, why: 'x' }],
    }
    expect(judge(asks, { text: '0', picked: [] })).toEqual({ isRight: true, reason: null })
    expect(judge(asks, { text: '5', picked: [] })).toEqual({ isRight: false, reason: 'x' })
  })

  test('several: all that are right and none that is not', () => {
    const option = (isRight: boolean, text: string) => ({ isRight, text, feedback: '' })
    const asks: Asks = {
      kind: 'several',
      options: [option(true, 'a'), option(false, 'b'), option(true, 'c')],
    }
    expect(judge(asks, { text: '', picked: [2, 0] }).isRight).toBe(true)
    expect(judge(asks, { text: '', picked: [0] }).isRight).toBe(false)
    expect(judge(asks, { text: '', picked: [0, 1, 2] }).isRight).toBe(false)
    expect(canBeJudged(asks, { text: '', picked: [] })).toBe(false)
  })

  test('one request is not one requests', () => {
    const asks: Asks = { kind: 'number', unit: 'requests', right: 1, tolerance: 0, mistakes: [] }
    expect(rightAnswer(asks)).toBe('1 request')
    expect(rightAnswer({ ...asks, right: 2 })).toBe('2 requests')
    expect(rightAnswer({ ...asks, unit: 'series' })).toBe('1 series')
  })
})

describe('a seed', () => {
  test('carries the version that it was drawn for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0x1f_ffff }), fc.nat(0xffffffff), (version, chance) => {
        const seed = makeSeed(version, chance)
        expect(Number.isSafeInteger(seed)).toBe(true)
        expect(versionOfSeed(seed)).toBe(version)
      }),
    )
  })

  test.each([-1, 0.5, 2 ** 53, Number.NaN])('%d is none of ours', (seed) => {
    expect(versionOfSeed(seed)).toBe(0)
  })

  test('of another version is refused, and both versions are told', async () => {
    for (const name of problemNames) {
      const { version } = catalogue[name]
      const generator = await loadGenerator(name)
      const made = generate(generator as never, makeSeed(version + 1, 7), {})
      expect(made).toEqual({ ok: false, seedVersion: version + 1, version })
    }
  })
})
