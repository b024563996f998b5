import { createRandom, type Random } from '@/lib/engine'

const pieces = [
  ':',
  ': ',
  '- ',
  '-',
  '  ',
  '\t',
  '\n',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '&a ',
  '*a',
  '<<: *a',
  '#',
  '"',
  "'",
  '|',
  '>',
  '!!str ',
  '!!int ',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '$',
  ['$', '{env:X}'].join(''),
  '${',
  'null',
  '~',
  'true',
  '0',
  '-1',
  '1e999',
  '0x',
  '.inf',
  '99999999999999999999',
  '30',
  '5s',
  '\u0000',
  '\ufeff',
  '\ud800',
  'é',
  'not (',
  '(a+)+$',
  'name: ""',
  'type: composite',
  'type: and',
  'x'.repeat(400),
  '['.repeat(60),
]

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.uint32() % from.length]!
}

function mutateOnce(text: string, random: Random): string {
  const at = random.uint32() % (text.length + 1)
  const to = Math.min(text.length, at + 1 + (random.uint32() % 12))
  const lines = text.split('\n')
  const line = random.uint32() % lines.length
  const other = random.uint32() % lines.length
  switch (random.uint32() % 9) {
    case 0:
      return text.slice(0, at) + text.slice(to)
    case 1:
      return text.slice(0, at) + pick(random, pieces) + text.slice(at)
    case 2:
      return text.slice(0, at) + pick(random, pieces) + text.slice(to)
    case 3:
      return text.slice(0, at)
    case 4:
      return lines.toSpliced(line, 1).join('\n')
    case 5:
      return lines.toSpliced(other, 0, lines[line]!).join('\n')
    case 6:
      return lines.with(line, `${' '.repeat(random.uint32() % 6)}${lines[line]!.trimStart()}`).join('\n')
    case 7:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + (random.uint32() % 20)) + text.slice(to)
    default:
      return lines.with(line, lines[line]!.replace(/:.*/, `: ${pick(random, pieces)}`)).join('\n')
  }
}

/** A seeded run of configurations, each a good one that was damaged a few times. */
export function* mutatedConfigs(seeds: readonly string[], count: number, seed: number): Generator<string> {
  const random = createRandom(seed)
  for (let index = 0; index < count; index += 1) {
    let text = pick(random, seeds)
    for (let times = 1 + (random.uint32() % 5); times > 0; times -= 1) text = mutateOnce(text, random)
    yield text
  }
}
