import { describe, expect, test } from 'vitest'
import { createRandom, forkRandom } from '@/lib/engine/random'

function draw(seed: number, count: number): number[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.uint32())
}

describe('the seeded generator', () => {
  test('repeats itself for the same seed and differs for the next one', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100))
    expect(draw(7, 4)).not.toEqual(draw(8, 4))
    expect(draw(1, 4)).not.toEqual(draw(1 + 2 ** 32, 4))
  })

  test('keeps its sequence from release to release, because shared links carry only the seed', () => {
    expect(draw(1, 3)).toEqual([792534090, 3215351813, 160231488])
  })

  test('stays in [0, 1) and fills every tenth of it evenly', () => {
    const random = createRandom(42)
    const tenths = new Array<number>(10).fill(0)
    for (let draws = 0; draws < 100_000; draws += 1) {
      const value = random.next()
      if (value < 0 || value >= 1) throw new Error(`draw ${draws} is ${value}`)
      tenths[Math.floor(value * 10)]! += 1
    }
    // Four standard deviations of a binomial(100 000, 0.1).
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(380)
  })

  test('takes any number as a seed', () => {
    for (const seed of [Number.NaN, Infinity, -1, 0.5, Number.MAX_SAFE_INTEGER]) {
      expect(draw(seed, 2)).toHaveLength(2)
    }
  })

  test('forks into a generator of its own', () => {
    const parent = createRandom(3)
    const child = forkRandom(parent)
    expect(child.uint32()).not.toBe(parent.uint32())
    expect(forkRandom(createRandom(3)).uint32()).toBe(forkRandom(createRandom(3)).uint32())
  })
})
