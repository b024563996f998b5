import { describe, expect, test } from 'vitest'
import { travel } from '@/lib/simulators/propagation/journey'
import { type PropagationParams, propagationParams } from '@/lib/simulators/propagation/params'
import { propagationPresets } from '@/lib/simulators/propagation/presets'
import { chances, kindOf } from './every-kind'
import { fenced, numberOf, rightOf, textOf } from './right-answer'
import { readSceneTrace, runProcessor } from './tail-run'

// Each answer is found here once more, by another way than the one that the problem took.

test('series: all of them written out and counted', () => {
  for (const chance of chances(20)) {
    const { question, asks } = kindOf('series-arithmetic').draw(chance)
    const counts = [...question.matchAll(/: (\d+) values/g)].map((match) => Number(match[1]))
    const instances = Number(/from (\d+) instances/.exec(question)![1])
    const isClassic = question.includes('classic histogram')
    const bounds = isClassic ? Number(/with (\d+) boundaries/.exec(question)![1]) : 0
    const sets = counts.reduce<string[]>(
      (all, count) => all.flatMap((set) => Array.from({ length: count }, (_, value) => `${set},${value}`)),
      [''],
    )
    const series = new Set<string>()
    for (let instance = 0; instance < instances; instance += 1)
      for (const set of sets) {
        if (!isClassic) series.add(`${instance}${set}`)
        else for (let le = 0; le <= bounds; le += 1) series.add(`${instance}${set}_bucket${le}`)
        if (isClassic) series.add(`${instance}${set}_sum`).add(`${instance}${set}_count`)
      }
    expect(numberOf(asks)).toBe(series.size)
  }
})

test('traces kept: the configuration as it is shown, run through the whole processor', () => {
  for (const chance of chances(150)) {
    const problem = kindOf('tail-sampling-keeps').draw(chance)
    if (problem.asks.kind !== 'several') throw new Error('not several')
    const traces = problem.asks.options.map(({ text }) => readSceneTrace(text))
    const decided = runProcessor(fenced(problem), traces)
    expect(problem.asks.options.map(({ isRight }) => isRight)).toEqual(
      decided.map(({ decision }) => decision === 'Sampled'),
    )
  }
})

test('policy credited: the configuration as it is shown, run through the whole processor', () => {
  for (const chance of chances(150)) {
    const problem = kindOf('policy-credit').draw(chance)
    const trace = readSceneTrace(problem.question.split('```')[2]!)
    const [decided] = runProcessor(fenced(problem), [trace])
    expect(rightOf(problem.asks)).toEqual([
      decided!.policy ? `\`${decided!.policy}\`` : 'None: the trace is not kept',
    ])
  }
})

describe('faults of headers', () => {
  const key = /^(?:[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13})$/
  const value = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/
  const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
  const octets = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/
  const none = 'Nothing: it is good'

  function traceparent(text: string): string {
    const [version = '', traceId = '', parentId = '', flags = '', ...rest] = text.split('-')
    if (!/^[0-9a-f]{2}$/.test(version) || version === 'ff') return 'The version'
    if (!/^(?!0{32})[0-9a-f]{32}$/.test(traceId)) return 'The trace id'
    if (!/^(?!0{16})[0-9a-f]{16}$/.test(parentId)) return 'The parent id'
    if (!/^[0-9a-f]{2}$/.test(flags)) return 'The trace flags'
    return version === '00' && rest.length > 0 ? 'What stands behind the flags' : none
  }

  function tracestate(text: string): string {
    const seen = new Set<string>()
    for (const member of text.split(',').map((each) => each.trim())) {
      if (member === '') continue
      const at = member.indexOf('=')
      if (at < 0) return 'A member: it has no equals sign'
      const name = member.slice(0, at)
      if (!key.test(name) || seen.has(name)) return 'A key'
      if (!value.test(member.slice(at + 1))) return 'A value'
      seen.add(name)
    }
    return none
  }

  function baggage(text: string): string {
    for (const member of text.split(',')) {
      const [pair = '', ...properties] = member.split(';')
      const at = pair.indexOf('=')
      if (at < 0) return 'A member: it has no equals sign'
      if (!token.test(pair.slice(0, at).trim())) return 'A key'
      if (!octets.test(pair.slice(at + 1).trim())) return 'A value'
      for (const property of properties) {
        const [name = '', ...rest] = property.split('=')
        if (!token.test(name.trim()) || !octets.test(rest.join('=').trim())) return 'A property'
      }
    }
    return none
  }

  test.each(Object.entries({ traceparent, tracestate, baggage }))(
    '%s, read by its grammar',
    (header, read) => {
      const found = new Set<string>()
      for (const chance of chances(200)) {
        const problem = kindOf('header-fault').draw(chance, { header })
        const text = fenced(problem)
          .slice(header.length + 2)
          .trimEnd()
        found.add(read(text))
        expect(rightOf(problem.asks), text).toEqual([read(text)])
      }
      // Every option is right at some time.
      expect(found.size).toBeGreaterThanOrEqual(header === 'baggage' ? 5 : 4)
    },
  )
})

test('parent: the simulator that the problem opens has a span with that parent', () => {
  for (const chance of chances(150)) {
    const { simulator, question, asks } = kindOf('span-parent').draw(chance)
    const params: PropagationParams = propagationParams.parse({
      ...propagationPresets[0].params,
      ...simulator!.params,
    })
    const hops = travel(params)
    const [, kind, service] = /\*\*(\w+)\*\* span of `(\w+)`/.exec(question)!
    const spanIn = (station: string, of: string) =>
      hops.find((hop) => hop.station === station)!.spans.find((span) => span.kind === of)!
    const parent = spanIn(service!, kind!).parentSpanId
    if (parent === null) expect(textOf(asks)).toBe('none')
    else {
      // Its ids are of other dice: the parent is told by the role that it has, or by the header that came.
      const roles = ['web SERVER', 'web CLIENT', 'checkout SERVER', 'checkout CLIENT']
      const role = roles.find((each) => {
        const [station, of] = each.split(' ')
        return spanIn(station!, of!).spanId === parent
      })
      const [station, of] = role?.split(' ') ?? []
      const shown = role ? new RegExp(`\`${station}\`, ${of}: \`([0-9a-f]{16})\``).exec(question)![1] : parent
      expect(textOf(asks)).toBe(shown)
    }
  }
})

test('adjusted count: each kept span counted as often as 1 ÷ p says', () => {
  for (const chance of chances(150)) {
    const { question, asks } = kindOf('adjusted-count').draw(chance)
    let sum = 0
    for (const [, stored, what] of question.matchAll(/- (\d+) spans of `\w+`; (.*)/g)) {
      const th = /th:([0-9a-f]+)/.exec(what!)?.[1]
      const p = th
        ? 1 - Number.parseInt(th, 16) / 16 ** th.length
        : Number(/probability of ([\d.]+)/.exec(what!)![1])
      sum += Number(stored) / p
    }
    expect(Math.abs(numberOf(asks) - sum) / sum).toBeLessThan(0.001)
  }
})

test('threshold and probability are each other’s complement, digit by digit', () => {
  for (const chance of chances(200)) {
    const { question, asks } = kindOf('sampling-threshold').draw(chance)
    const [, kept, parts] = /keeps (\d+) of (\d+)/.exec(question) ?? []
    const [, th = ''] = /th:([0-9a-f]+)/.exec(question) ?? []
    if (kept) {
      const digits = Math.round((1 - Number(kept) / Number(parts)) * 256)
      expect(textOf(asks)).toBe(digits.toString(16).padStart(2, '0').replace(/0$/, ''))
    } else if (asks.kind === 'number') {
      expect(asks.right).toBeCloseTo(100 - (100 * Number.parseInt(th, 16)) / 16 ** th.length, 9)
    } else {
      const randomness = /trace id is `[0-9a-f]{18}([0-9a-f]{14})`/.exec(question)![1]!
      expect(rightOf(asks)).toEqual([randomness >= th.padEnd(14, '0') ? 'Kept' : 'Not kept'])
    }
  }
})
