import { createRandom } from '@/lib/engine'
import { type Damage, damage, pick } from './damage'

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

/** What can only happen to headers: another letter case, and the same list twice. */
const others: readonly Damage[] = [
  (text, random) => {
    const at = random.uint32() % (text.length + 1)
    return text.slice(0, at) + text.slice(at).toUpperCase()
  },
  (text) => `${text},${text}`.slice(0, 50_000),
]

/** A seeded run of headers, each a good one that was damaged a few times. */
export function* mutatedHeaders(seeds: readonly string[], count: number, seed: number): Generator<string> {
  const random = createRandom(seed)
  for (let index = 0; index < count; index += 1) {
    let text = pick(random, seeds)
    for (let times = random.uint32() % 5; times > 0; times -= 1)
      text = damage(text, random, { pieces, longest: 5, others })
    yield text
  }
}
