import { createRandom, type Random } from '@/lib/engine'
import { type Damage, damage, pick } from './damage'

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

/** What can only happen to lines. */
const others: readonly Damage[] = [
  (text, random) => onLines(text, random, (lines, line) => lines.toSpliced(line, 1)),
  (text, random) =>
    onLines(text, random, (lines, line) => lines.toSpliced(random.uint32() % lines.length, 0, lines[line]!)),
  (text, random) =>
    onLines(text, random, (lines, line) =>
      lines.with(line, `${' '.repeat(random.uint32() % 6)}${lines[line]!.trimStart()}`),
    ),
  (text, random) =>
    onLines(text, random, (lines, line) =>
      lines.with(line, lines[line]!.replace(/:.*/, `: ${pick(random, pieces)}`)),
    ),
]

function onLines(text: string, random: Random, change: (lines: string[], line: number) => string[]): string {
  const lines = text.split('\n')
  return change(lines, random.uint32() % lines.length).join('\n')
}

/** A seeded run of configurations, each a good one that was damaged a few times. */
export function* mutatedConfigs(seeds: readonly string[], count: number, seed: number): Generator<string> {
  const random = createRandom(seed)
  for (let index = 0; index < count; index += 1) {
    let text = pick(random, seeds)
    for (let times = 1 + (random.uint32() % 5); times > 0; times -= 1)
      text = damage(text, random, { pieces, longest: 12, others })
    yield text
  }
}
