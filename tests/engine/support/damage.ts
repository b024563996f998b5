import type { Random } from '@/lib/engine'

/** A way to damage a text, by chance. */
export type Damage = (text: string, random: Random) => string

/** One of a list that is not empty. */
export function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.uint32() % from.length]!
}

/**
 * Damages a text once: something is cut out, put in, put in the place of something else, repeated, or the end is
 * missing; or in one of the ways that only this kind of text can be damaged.
 *
 * @param longest most characters that are cut out or repeated.
 */
export function damage(
  text: string,
  random: Random,
  { pieces, longest, others }: { pieces: readonly string[]; longest: number; others: readonly Damage[] },
): string {
  const at = random.uint32() % (text.length + 1)
  const to = Math.min(text.length, at + 1 + (random.uint32() % longest))
  const way = random.uint32() % (5 + others.length)
  switch (way) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, at) + pick(random, pieces) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(random, pieces) + text.slice(to)
    case 3:
      return text.slice(0, at)
    case 4:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + (random.uint32() % 20)) + text.slice(to)
    default:
      return others[way - 5]!(text, random)
  }
}
