import { describe, expect, test } from 'vitest'
import {
  type BaggageEntry,
  formatBaggage,
  parseBaggage,
  removeBaggageEntry,
  setBaggageEntry,
} from '@/lib/engine'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

const asJs = { behaviour: 'opentelemetry-js' } as const

function readAsOpenTelemetryJs(header: string) {
  const { entries } = parseBaggage(header, asJs)
  if (entries.length === 0) return null
  return entries.map(({ key, value, metadata }) =>
    metadata === undefined ? { key, value } : { key, value, metadata },
  )
}

interface Generated {
  readonly members: number
  readonly keyPattern?: string
  readonly value?: string
  readonly memberBytes?: number
  readonly lastMemberBytes?: number
}

function generate({ members, keyPattern, value, memberBytes, lastMemberBytes }: Generated): BaggageEntry[] {
  return Array.from({ length: members }, (_, index) => {
    const key = keyPattern?.replace('{i}', String(index)) ?? `k${String(index).padStart(4, '0')}`
    const bytes = index === members - 1 ? (lastMemberBytes ?? memberBytes) : memberBytes
    return { key, value: value ?? 'v'.repeat(bytes! - key.length - 1), properties: [] }
  })
}

/** The headers that the limit vectors describe by their length only. */
function describedHeader(description: string, length: number): string {
  const pairs = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`).join(',')
  if (description === '8192 total') {
    return Array.from({ length: 200 }, (_, index) => `k${index}=`.padEnd(49, 'v')).join(',')
  }
  const count = /^(\d+) (?:members|pairs)/.exec(description)
  if (count !== null) return pairs(Number(count[1]))
  throw new Error(`No header for “${description}” of ${length} characters`)
}

function adapt(input: Vector['input'], vector: Vector): unknown {
  const expected = vector.expected as Record<string, unknown>
  if (typeof input.header === 'string') {
    if ('otelJs' in expected) return { otelJs: readAsOpenTelemetryJs(input.header) }
    return { entries: parseBaggage(input.header).entries }
  }
  if (typeof input.description === 'string') {
    const header = describedHeader(input.description, input.headerLength as number)
    expect(header).toHaveLength(input.headerLength as number)
    return { otelJsEntries: parseBaggage(header, asJs).entries.length }
  }
  if (input.generate !== undefined) {
    const format = formatBaggage(generate(input.generate as Generated))
    return { membersPropagated: format.propagated.length, bytes: format.bytes }
  }
  if (Array.isArray(input.entries)) return { header: formatBaggage(input.entries as BaggageEntry[]).header }
  if (input.entries !== null && typeof input.entries === 'object') {
    const entries = Object.entries(input.entries as Record<string, string>)
    return {
      header: formatBaggage(
        entries.map(([key, value]) => ({ key, value, properties: [] })),
        asJs,
      ).header,
    }
  }
  return unknownShape(input)
}

describe('baggage', () => {
  checkVectors('baggage', adapt)

  test('a malformed member is left out with its reason, and its neighbours stay', () => {
    const { entries, problems } = parseBaggage('a=1,b c=2,=3,d,e=x y,f=6;p q,g=7')
    expect(entries.map(({ key }) => key)).toEqual(['a', 'g'])
    expect(problems.map(({ field, code, offset }) => [field, code, offset])).toEqual([
      ['key', 'key-character', 5],
      ['key', 'empty-key', 10],
      ['member', 'no-equals-sign', 13],
      ['value', 'value-character', 18],
      ['property', 'property-character', 26],
    ])
  })

  test('duplicates and several headers keep their order under W3C; in OpenTelemetry JS the last one wins', () => {
    expect(parseBaggage(['a=1', 'b=2,a=3']).entries.map(({ key, value }) => key + value)).toEqual([
      'a1',
      'b2',
      'a3',
    ])
    expect(parseBaggage(['a=1', 'b=2,a=3'], asJs).entries.map(({ key, value }) => key + value)).toEqual([
      'a3',
      'b2',
    ])
  })

  test('bytes that are not UTF-8 become replacement characters', () => {
    expect(parseBaggage('a=%ff%C3%A9%E2%82').entries[0]!.value).toBe('\ufffdé\ufffd')
    expect(parseBaggage('a=%ZZ').entries[0]!.value).toBe('%ZZ')
  })

  test('too much baggage loses whole members and says which', () => {
    const entries = [
      { key: 'big', value: 'x'.repeat(8190), properties: [] },
      { key: 'small', value: 'y', properties: [] },
    ]
    const format = formatBaggage(entries)
    expect(format.header).toBe('small=y')
    expect(format.dropped).toEqual([entries[0]])
    expect(format.problems).toMatchObject([{ code: 'too-long', offset: 0 }])
    expect(formatBaggage([{ key: 'a b', value: '1', properties: [] }]).problems[0]!.code).toBe(
      'key-character',
    )
  })

  test('setting and removing leave the old baggage as it was', () => {
    const before = parseBaggage('a=1,b=2').entries
    const after = setBaggageEntry(before, { key: 'a', value: '9', properties: [] })
    expect(formatBaggage(after).header).toBe('a=9,b=2')
    expect(formatBaggage(removeBaggageEntry(after, 'a')).header).toBe('b=2')
    expect(formatBaggage(before).header).toBe('a=1,b=2')
  })
})
