import { createRandom, type Random } from '@/lib/engine'

const pieces = [
  '-',
  '=',
  ',',
  ';',
  ':',
  ' ',
  '\t',
  '\n',
  '%',
  '%zz',
  '%E2',
  '@',
  '"',
  '\\',
  '\u0000',
  '\u00a0',
  'é',
  '💼',
  '\ud800',
  'A',
  'f',
  '0',
  'ff',
  '00',
  'ot=',
  'th:',
  'rv:',
  'x'.repeat(300),
]

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.uint32() % from.length]!
}

function mutateOnce(text: string, random: Random): string {
  const at = random.uint32() % (text.length + 1)
  const to = Math.min(text.length, at + 1 + (random.uint32() % 5))
  switch (random.uint32() % 7) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, at) + pick(random, pieces) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(random, pieces) + text.slice(to)
    case 3:
      return text.slice(0, at)
    case 4:
      return text.slice(0, at) + text.slice(at).toUpperCase()
    case 5:
      return `${text},${text}`.slice(0, 50_000)
    default:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + (random.uint32() % 20)) + text.slice(to)
  }
}

/** A seeded run of headers, each a good one that was damaged a few times. */
export function* mutatedHeaders(seeds: readonly string[], count: number, seed: number): Generator<string> {
  const random = createRandom(seed)
  for (let index = 0; index < count; index += 1) {
    let text = pick(random, seeds)
    for (let times = random.uint32() % 5; times > 0; times -= 1) text = mutateOnce(text, random)
    yield text
  }
}
