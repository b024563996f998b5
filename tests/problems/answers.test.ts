import { describe, expect, test } from 'vitest'
import { parseTailSampling } from '@/lib/engine/collector/config/parse-tail-sampling'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { TailSamplingProcessor } from '@/lib/engine/collector/tail-sampling/processor'
import type { Asks, Bar, Problem } from '@/lib/problems/problem'
import { type SceneTrace, toTrace } from '@/lib/problems/tail-scene'
import { travel } from '@/lib/simulators/propagation/journey'
import { type PropagationParams, propagationParams } from '@/lib/simulators/propagation/params'
import { propagationPresets } from '@/lib/simulators/propagation/presets'
import { chances, kindOf } from './every-kind'

// Each answer is found here once more, by another way than the one that the problem took.

const numberOf = (asks: Asks) => (asks.kind === 'number' ? asks.right : Number.NaN)
const textOf = (asks: Asks) => (asks.kind === 'text' ? asks.right : '')
const rightOf = (asks: Asks) =>
  'options' in asks ? asks.options.flatMap(({ isRight, text }) => (isRight ? [text] : [])) : []
const fenced = ({ question }: Problem) => /```\w+\n([\s\S]*?)```/.exec(question)?.[1] ?? ''

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

/** A trace of the problem, read back from its words. */
function readTrace(text: string): SceneTrace {
  const [, letter = 'A'] = /\*\*([A-F])\*\*/.exec(text) ?? []
  const match = /(\d+) spans, (\d+) ms; SERVER span `([^`]+)`, code (\d+)/.exec(text)!
  return {
    letter,
    spans: Number(match[1]),
    durationMs: Number(match[2]),
    route: match[3]!,
    statusCode: Number(match[4]),
  }
}

/** What the whole processor does with the configuration as it is shown, spans arriving, ten seconds passing. */
function runProcessor(yaml: string, traces: readonly SceneTrace[]) {
  const { compiled, diagnoses } = parseTailSampling(yaml)
  expect(diagnoses).toEqual([])
  const decided = new Map<string, { decision: string; policy: string | null }>()
  const processor = new TailSamplingProcessor(compiled!, 0, {
    onDecision: ({ traceId, decision, policy }) => decided.set(traceId, { decision, policy }),
  })
  const data = traces.map(toTrace)
  for (const { resourceSpans } of data) processor.ingest(resourceSpans, 0)
  processor.advance(15_000)
  return data.map(({ traceId }) => decided.get(traceId)!)
}

test('traces kept: the configuration as it is shown, run through the whole processor', () => {
  for (const chance of chances(150)) {
    const problem = kindOf('tail-sampling-keeps').draw(chance)
    if (problem.asks.kind !== 'several') throw new Error('not several')
    const traces = problem.asks.options.map(({ text }) => readTrace(text))
    const decided = runProcessor(fenced(problem), traces)
    expect(problem.asks.options.map(({ isRight }) => isRight)).toEqual(
      decided.map(({ decision }) => decision === 'Sampled'),
    )
  }
})

test('policy credited: the configuration as it is shown, run through the whole processor', () => {
  for (const chance of chances(150)) {
    const problem = kindOf('policy-credit').draw(chance)
    const trace = readTrace(problem.question.split('```')[2]!)
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

/** Which span a request waits for in one millisecond: asked from that moment's end, not from the root's. */
function waitedFor(trace: readonly Bar[], at: number): string {
  let span = trace.find(({ parent }) => parent === null)!
  let until = span.end
  for (;;) {
    const next = trace
      .filter((bar) => bar.parent === span.id && bar.end <= until && bar.end > at)
      .sort((a, b) => a.end - b.end)
    // From the end of the span backwards, the chain of last-to-end children that lies over this moment.
    let now = until
    let chosen: Bar | null = null
    while (next.length > 0) {
      const last = next.pop()!
      if (last.end > now) continue
      now = last.start
      if (last.start <= at) {
        chosen = last
        break
      }
    }
    if (!chosen) return span.id
    span = chosen
    until = chosen.end
  }
}

test('critical path: every millisecond asked by itself', () => {
  for (const chance of chances(100)) {
    const { question, trace, asks } = kindOf('critical-path').draw(chance)
    const own = new Map(trace!.map(({ name }) => [name, 0]))
    const root = trace!.find(({ parent }) => parent === null)!
    // Two siblings that ended at once would leave two answers.
    expect(new Set(trace!.map(({ parent, end }) => `${parent} ${end}`)).size).toBe(trace!.length)
    for (let at = 0; at < root.end; at += 1) {
      const { name } = trace!.find(({ id }) => id === waitedFor(trace!, at))!
      own.set(name, own.get(name)! + 1)
    }
    if (asks.kind === 'number') {
      const name = /own work of `(.*?)`, on/.exec(question)![1]!
      expect(asks.right).toBe(own.get(name))
    } else {
      const [longest] = [...own].sort((a, b) => b[1] - a[1])[0]!
      expect(rightOf(asks)).toEqual([`\`${longest}\``])
    }
  }
})

test('span status: the rules read off the sentence', () => {
  for (const chance of chances(200)) {
    const { question, asks } = kindOf('span-status').draw(chance)
    const code = Number(/has the code (\d+)/.exec(question)?.[1] ?? 0)
    const isError = code === 0 || code >= 500 || (code >= 400 && question.includes('HTTP CLIENT'))
    const expected = question.includes('setStatus(Ok)')
      ? 'Ok'
      : isError || question.includes('setStatus(Error)')
        ? 'Error'
        : 'Unset'
    expect(rightOf(asks)).toEqual([expected])
  }
})

test('place of an attribute: by name, as the conventions have it', () => {
  const places: Record<string, RegExp> = {
    resource: /^(?:service|deployment|host|k8s|cloud|telemetry)\./,
    baggage: /^shop\./,
    log: /^(?:exception|log)\./,
    metric:
      /^(?:http\.request\.method|http\.route|http\.response\.status_code|error\.type|messaging\.destination\.name|db\.operation\.name)$/,
    span: /^(?:user\.id|url\.(?:full|path)|db\.query\.text|client\.address|messaging\.message\.id)$/,
  }
  for (const chance of chances(200)) {
    const { question, asks } = kindOf('attribute-place').draw(chance)
    const name = /^`([^`]+)`/.exec(question)![1]!
    const [place] = Object.entries(places).find(([, pattern]) => pattern.test(name))!
    expect(rightOf(asks)[0]!.toLowerCase(), name).toContain(place)
  }
})

test('start of a Collector: the file as it is shown, validated once more', () => {
  let started = 0
  const drawn = chances(150)
  for (const chance of drawn) {
    const problem = kindOf('pipeline-start').draw(chance)
    const isNumbered = problem.asks.kind === 'text'
    const text = fenced(problem).replace(isNumbered ? /^ ?\d+ {2}/gm : /(?!)/g, '')
    const { stage, diagnoses } = validateCollectorConfig(text)
    const [first] = diagnoses.filter(({ severity }) => severity === 'error')
    if (isNumbered) expect(textOf(problem.asks)).toBe(String(first!.line))
    else {
      if (stage === 'running') started += 1
      expect(rightOf(problem.asks)).toEqual([first ? `It stops: \`${first.message}\`` : 'It starts'])
    }
  }
  expect(started / drawn.length).toBeGreaterThan(0.1)
})

test('overflow: first come, first served, with a plain map', () => {
  for (const chance of chances(150)) {
    const { question, asks } = kindOf('cardinality-overflow').draw(chance)
    const limit = Number(/limit of (\d+)/.exec(question)![1])
    const requests = [
      ...question.matchAll(/^1\. `http\.route` `([^`]+)`, `http\.response\.status_code` (\d+)$/gm),
    ]
    const points = new Map<string, number>()
    const over = new Map<string, number>()
    for (const [, route, status] of requests) {
      const key = `\`${route}\`, ${status}`
      const map = points.has(key) || points.size < limit ? points : over
      map.set(key, (map.get(key) ?? 0) + 1)
    }
    const sum = (counts: Iterable<[string, number]>) => [...counts].reduce((all, [, count]) => all + count, 0)
    if (question.includes('Which attribute sets')) expect(rightOf(asks)).toEqual([...over.keys()])
    else if (question.includes('does a query'))
      expect(numberOf(asks)).toBe(sum([...points].filter(([key]) => key.endsWith(', 500'))))
    else expect(numberOf(asks)).toBe(sum(over))
  }
})
