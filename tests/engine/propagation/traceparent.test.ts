import { describe, expect, test } from 'vitest'
import {
  continueTraceparent,
  extractTraceContextFromHeaders,
  formatTraceparent,
  type Header,
  parseTraceparent,
  restartTraceparent,
  type TraceparentProblem,
} from '@/lib/engine'
import { summariseExtraction } from '../support/trace-context'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

const traceId = '12345678901234567890123456789012'
const parentId = '1234567890123456'
const good = `00-${traceId}-${parentId}-01`

function parse(header: string, behaviour: 'w3c' | 'opentelemetry-js') {
  const parsed = parseTraceparent(header, { behaviour })
  if (!parsed.valid) return { valid: false }
  const { version: _, ...fields } = parsed.traceparent
  return { valid: true, ...fields }
}

function mutate(input: Vector['input']): { header: string } {
  const incoming = input.incoming as string
  if (input.op === 'forward') return { header: incoming }
  const parsed = parseTraceparent(incoming)
  if (!parsed.valid) throw new Error('a mutation starts from a valid header')
  const parentId = input.newSpanId as string
  switch (input.op) {
    case 'new-span':
      return { header: continueTraceparent(parsed.traceparent, { parentId }) }
    case 'set-sampled':
      return { header: continueTraceparent(parsed.traceparent, { parentId, sampled: true }) }
    case 'clear-sampled':
      return { header: continueTraceparent(parsed.traceparent, { parentId, sampled: false }) }
    default:
      return unknownShape(input)
  }
}

describe('traceparent', () => {
  checkVectors('traceparent', (input, vector) => {
    if (Array.isArray(input.headers)) return summariseExtraction(input.headers as Header[])
    if (typeof input.incoming === 'string') return mutate(input)
    if (typeof input.traceparent === 'string') {
      // `specExpected` marks the cases whose expectation is what OpenTelemetry JS does.
      const { specExpected } = vector as { specExpected?: object }
      if (specExpected) expect(parse(input.traceparent, 'w3c')).toMatchObject(specExpected)
      return parse(input.traceparent, specExpected ? 'opentelemetry-js' : 'w3c')
    }
    if (typeof input.flags === 'number') {
      const fields = {
        traceId: input.traceId as string,
        parentId: input.spanId as string,
        flags: input.flags,
      }
      if (typeof vector.otelJsActual === 'string') {
        expect(formatTraceparent(fields, { behaviour: 'opentelemetry-js' })).toBe(vector.otelJsActual)
      }
      return { header: formatTraceparent(fields) }
    }
    return unknownShape(input)
  })

  test('OpenTelemetry JS takes the first of two headers, W3C trusts neither', () => {
    const headers: Header[] = [
      ['traceparent', good],
      ['traceparent', `00-${'a'.repeat(32)}-${parentId}-01`],
    ]
    const js = extractTraceContextFromHeaders(headers, { behaviour: 'opentelemetry-js' })
    expect(js.spanContext?.traceId).toBe(traceId)
    expect(extractTraceContextFromHeaders(headers).action).toBe('restart')
  })

  test('OpenTelemetry JS writes flags of 0x10 and more with three characters', () => {
    const fields = { traceId, parentId, flags: 0xff }
    expect(formatTraceparent(fields, { behaviour: 'opentelemetry-js' })).toBe(`00-${traceId}-${parentId}-0ff`)
    expect(formatTraceparent(fields)).toBe(`00-${traceId}-${parentId}-03`)
    expect(formatTraceparent(fields, { level: 1 })).toBe(`00-${traceId}-${parentId}-01`)
  })

  test('Level 1 does not know the random flag', () => {
    const header = `00-${traceId}-${parentId}-03`
    expect(parseTraceparent(header, { level: 1 }).traceparent).toMatchObject({ sampled: true, random: false })
    expect(parseTraceparent(header).traceparent).toMatchObject({ sampled: true, random: true })
  })

  test('a continued trace keeps the random flag as it came, a restarted one sets its own', () => {
    const parsed = parseTraceparent(`00-${traceId}-${parentId}-02`)
    if (!parsed.valid) throw new Error('valid')
    expect(continueTraceparent(parsed.traceparent, { parentId, sampled: true })).toMatch(/-03$/)
    expect(restartTraceparent({ traceId, parentId, sampled: false, random: true })).toMatch(/-02$/)
    expect(restartTraceparent({ traceId, parentId, sampled: true, random: false })).toMatch(/-01$/)
  })

  test.each<[string, string, Partial<TraceparentProblem>[]]>([
    ['an empty value', '', [{ field: 'header', code: 'missing-field' }]],
    [
      'capitals',
      good.replace('00-12', '00-AB').replace('AB', 'aB'),
      [{ field: 'trace-id', code: 'upper-case', offset: 4 }],
    ],
    ['the version ff', `ff${good.slice(2)}`, [{ field: 'version', code: 'version-ff', offset: 0 }]],
    [
      'a short trace id',
      `00-${traceId.slice(1)}-${parentId}-01`,
      [{ field: 'trace-id', code: 'field-length' }],
    ],
    [
      'a zero trace id',
      `00-${'0'.repeat(32)}-${parentId}-01`,
      [{ field: 'trace-id', code: 'zero-trace-id', offset: 3 }],
    ],
    [
      'a zero parent id',
      `00-${traceId}-${'0'.repeat(16)}-01`,
      [{ field: 'parent-id', code: 'zero-parent-id', offset: 36 }],
    ],
    ['missing flags', `00-${traceId}-${parentId}`, [{ field: 'trace-flags', code: 'missing-field' }]],
    ['data after version 00', `${good}-x`, [{ field: 'trailing', code: 'v00-trailing', offset: 55 }]],
    [
      'an unseparated end',
      `cc${good.slice(2)}.x`,
      [{ field: 'trailing', code: 'trailing-not-separated', offset: 55 }],
    ],
    [
      'faults in three fields at once',
      `0x-${traceId}G-${'0'.repeat(16)}-01`,
      [
        { field: 'version', code: 'not-hexadecimal', offset: 1 },
        { field: 'trace-id', code: 'field-length' },
        { field: 'trace-id', code: 'not-hexadecimal', offset: 35 },
        { field: 'parent-id', code: 'zero-parent-id' },
      ],
    ],
  ])('names the place and the reason of %s', (_, header, problems) => {
    const parsed = parseTraceparent(header)
    expect(parsed.valid).toBe(false)
    expect(parsed.problems).toHaveLength(problems.length)
    expect(parsed.problems).toMatchObject(problems)
    for (const { message } of parsed.problems) expect(message).toMatch(/\.$/)
  })
})
