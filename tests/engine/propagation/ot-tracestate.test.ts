import { describe, expect, test } from 'vitest'
import {
  emptyOtTracestate,
  formatOtTracestate,
  otAdjustedCount,
  parseOtTracestate,
  parseRandomness,
  parseSamplingTracestate,
  parseThreshold,
  probabilityToThreshold,
  raiseThreshold,
  withRandomness,
  withThreshold,
} from '@/lib/engine'
import { checkVectors, unknownShape, type Vector } from '../support/vectors'

const asJs = { behaviour: 'opentelemetry-js' } as const

function readStrictly(ot: string) {
  return ot === '' ? emptyOtTracestate : parseOtTracestate(ot).state
}

function applyOperation(ot: string, operation: string): string {
  let state = readStrictly(ot)
  for (const part of operation === 'none' ? [] : operation.split(',')) {
    const [key, value] = part.split('=') as [string, string]
    const threshold = parseThreshold(value)
    const randomness = parseRandomness(value)
    if (key === 'th' && threshold.ok) state = withThreshold(state, threshold.threshold)
    if (key === 'rv' && randomness.ok) state = withRandomness(state, randomness.randomness)
  }
  return formatOtTracestate(state)
}

function update(ot: string, probability: number) {
  const state = readStrictly(ot)
  const parse = probabilityToThreshold(probability)
  if (!parse.ok) throw new Error(parse.message)
  const raised = raiseThreshold(state, parse.threshold)
  return {
    ot: formatOtTracestate(raised.state),
    adjustedCountIn: otAdjustedCount(state),
    adjustedCountOut: otAdjustedCount(raised.state),
    error: raised.error,
  }
}

function adapt(input: Vector['input'], vector: Vector): unknown {
  if (typeof input.tracestate === 'string') {
    const { state, errors } = parseSamplingTracestate(input.tracestate)
    const otherMembers = Object.fromEntries(state.others.map(({ key, value }) => [key, value]))
    return { rv: state.ot.rv, th: state.ot.th, otherMembers, error: errors[0] ?? null }
  }
  if (typeof input.ot !== 'string') return unknownShape(input)
  if (typeof input.newProbability === 'number') return update(input.ot, input.newProbability)
  if (typeof input.operation === 'string') return { ot: applyOperation(input.ot, input.operation) }
  if (vector.name.startsWith('js '))
    return { ot: formatOtTracestate(parseOtTracestate(input.ot, asJs).state, asJs) }
  const { state, errors } = parseOtTracestate(input.ot)
  const extra = state.extra.map(({ key, value }) => `${key}:${value}`)
  return { rv: state.rv, th: state.th, extra, error: errors[0] ?? null }
}

describe('the ot member of tracestate', () => {
  checkVectors('ot_tracestate', adapt)

  test('is cut off from the right, in whole parts, when it would exceed 256 characters', () => {
    const extra = Array.from({ length: 30 }, (_, index) => ({ key: `k${index}`, value: 'abcdefgh' }))
    const written = formatOtTracestate({ ...withThreshold(emptyOtTracestate, 1n << 55n), extra })
    expect(written.length).toBeLessThanOrEqual(256)
    expect(written).toMatch(/^th:8;k0:abcdefgh;.*:abcdefgh$/)
  })
})
