import type { Random } from '../engine/random'

/** A whole number from `least` to `most`, both included. */
export function drawWhole(random: Random, least: number, most: number): number {
  return least + Math.floor(random.next() * (most - least + 1))
}

/** One of a list that is not empty. */
export function drawOne<T>(random: Random, list: readonly T[]): T {
  return list[drawWhole(random, 0, list.length - 1)]!
}

/** So many different ones of a list, in a drawn order; all of them where there are no more. */
export function drawSome<T>(random: Random, list: readonly T[], count: number): T[] {
  return shuffle(random, list).slice(0, count)
}

/** The list in a drawn order (Fisher and Yates); the list itself stays. */
export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = drawWhole(random, 0, last)
    const held = shuffled[last]!
    shuffled[last] = shuffled[other]!
    shuffled[other] = held
  }
  return shuffled
}

/** The value asked for, or, for `any`, one of the others. */
export function drawUnless<T extends string>(random: Random, asked: T | 'any', all: readonly T[]): T {
  const drawn = drawOne(random, all)
  return asked === 'any' ? drawn : asked
}

/**
 * Draws until one is good enough to be asked. Nearly every draw is; should a hundred not be, the generator is at
 * fault, and says so.
 */
export function drawUntil<T>(draw: () => T, isGood: (drawn: T) => boolean): T {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const drawn = draw()
    if (isGood(drawn)) return drawn
  }
  throw new Error('A hundred draws gave no problem worth asking')
}
