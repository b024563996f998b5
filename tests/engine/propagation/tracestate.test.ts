import { describe, expect, test } from 'vitest'
import {
  deleteTracestateMember,
  findTracestateKeyFault,
  findTracestateValueFault,
  formatTracestate,
  type Header,
  type PropagationBehaviour,
  parseTracestate,
  popTracestateMember,
  setTracestateMember,
  type TracestateMember,
  truncateTracestate,
} from '@/lib/engine'
import { summariseExtraction } from '../support/trace-context'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

type Operation = ['set', string, string] | ['delete' | 'unset', string] | ['pop']

function operate(members: readonly TracestateMember[], op: Operation, behaviour: PropagationBehaviour) {
  switch (op[0]) {
    case 'set':
      return setTracestateMember(members, op[1], op[2], { behaviour }).members
    case 'delete':
    case 'unset':
      return deleteTracestateMember(members, op[1]).members
    case 'pop':
      return popTracestateMember(members).members
  }
}

function run(input: Vector['input'], behaviour: PropagationBehaviour): string {
  let { members } = parseTracestate(input.tracestate as string, { behaviour, keyGrammar: 'editors-draft' })
  for (const op of (input.ops ?? []) as Operation[]) members = operate(members, op, behaviour)
  return formatTracestate(members)
}

describe('tracestate', () => {
  checkVectors('tracestate', (input, vector) => {
    if (Array.isArray(input.headers)) return summariseExtraction(input.headers as Header[])
    if (typeof input.key === 'string') {
      const isValid = (grammar: 'level-1' | 'editors-draft') =>
        findTracestateKeyFault(input.key as string, grammar) === null
      if ('level1Grammar' in vector) expect(isValid('level-1')).toBe(vector.level1Grammar)
      if ('w3cMainGrammar' in vector) expect(isValid('editors-draft')).toBe(vector.w3cMainGrammar)
      return { valid: isValid(input.grammar === 'level1' ? 'level-1' : 'editors-draft') }
    }
    if (typeof input.value === 'string') return { valid: findTracestateValueFault(input.value) === null }
    if (typeof input.tracestate !== 'string') return unknownShape(input)
    const strict = parseTracestate(input.tracestate, { keyGrammar: 'editors-draft' })
    if (typeof input.maxChars === 'number') {
      return { serialized: formatTracestate(truncateTracestate(strict.members, input.maxChars).members) }
    }
    return {
      serialized: strict.discarded ? null : run(input, 'w3c'),
      discard: strict.discarded,
      otelJs: run(input, 'opentelemetry-js'),
      w3cStrict: run(input, 'w3c'),
      w3cStrictDiscard: strict.discarded,
    }
  })

  test('a full list gives up its right-most member for a new one, unless OpenTelemetry JS writes it', () => {
    const full = Array.from({ length: 32 }, (_, index) => ({ key: `k${index}`, value: '1' }))
    const strict = setTracestateMember(full, 'new', '1')
    expect(strict.members).toHaveLength(32)
    expect(strict.dropped).toEqual([{ key: 'k31', value: '1' }])
    expect(setTracestateMember(full, 'new', '1', { behaviour: 'opentelemetry-js' }).members).toHaveLength(33)
  })

  test('truncation takes members of more than 128 characters first', () => {
    const members = [
      { key: 'big', value: 'x'.repeat(130) },
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]
    expect(truncateTracestate(members, 10)).toMatchObject({
      members: members.slice(1),
      dropped: [members[0]],
    })
    expect(formatTracestate(truncateTracestate(members, 3).members)).toBe('a=1')
    expect(truncateTracestate(members).changed).toBe(false)
  })

  test('a refusal says where and what follows from it', () => {
    const { problems } = parseTracestate('a=1, B=2 ,c')
    expect(problems).toMatchObject([
      { field: 'key', code: 'key-start', offset: 5, effect: 'discards-tracestate' },
      { field: 'member', code: 'no-equals-sign', offset: 10, effect: 'discards-tracestate' },
    ])
    const lenient = parseTracestate('a=1, B=2 ,c', { behaviour: 'opentelemetry-js' })
    expect(lenient.problems.map(({ effect }) => effect)).toEqual(['drops-member', 'drops-member'])
    expect(lenient.members).toEqual([{ key: 'a', value: '1' }])
  })

  test('an invalid change is refused with its reason and changes nothing', () => {
    const members = [{ key: 'a', value: '1' }]
    const change = setTracestateMember(members, 'a', 'x,y')
    expect(change).toMatchObject({ members, changed: false })
    expect(change.refusal).toContain('“,”')
    expect(popTracestateMember([]).changed).toBe(false)
    expect(deleteTracestateMember(members, 'b').changed).toBe(false)
  })
})
