import { expect, test } from 'vitest'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import type { Bar } from '@/lib/problems/problem'
import { chances, kindOf } from './every-kind'
import { fenced, numberOf, rightOf, textOf } from './right-answer'

// Each answer is found here once more, by another way than the one that the problem took.

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
