import { describe, expect, test } from 'vitest'
import {
  createRandom,
  findHeaderValues,
  type Header,
  type Participant,
  participate,
  setBaggageEntry,
} from '@/lib/engine'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const parentId = 'b7ad6b7169203331'
const incoming: Header[] = [
  ['host', 'shop.example'],
  ['Traceparent', `00-${traceId}-${parentId}-03`],
  ['tracestate', 'congo=t61rcWkgMzE'],
  ['baggage', 'user=42'],
]

function run(participant: Partial<Participant>, headers = incoming) {
  return participate(headers, { kind: 'instrumented', ...participant }, createRandom(1))
}

function outgoing(headers: readonly Header[], name: string): string | undefined {
  return findHeaderValues(headers, name)[0]
}

describe('a participant', () => {
  test('continues a good trace under its own span, with the flags as they came', () => {
    const { extraction, span, outgoing: sent } = run({})
    expect(extraction?.action).toBe('continue')
    expect(span).toMatchObject({
      parentSpanId: parentId,
      link: null,
      spanContext: { traceId, traceFlags: 3 },
    })
    expect(outgoing(sent, 'traceparent')).toBe(`00-${traceId}-${span!.spanContext.spanId}-03`)
    expect(outgoing(sent, 'tracestate')).toBe('congo=t61rcWkgMzE')
    expect(outgoing(sent, 'baggage')).toBe('user=42')
  })

  test('starts a trace where none came, and marks its id as random', () => {
    const { extraction, span } = run({}, [['tracestate', 'a=1']])
    expect(extraction).toMatchObject({ action: 'start_new_trace', tracestateDiscarded: true })
    expect(span).toMatchObject({ parentSpanId: null, spanContext: { traceFlags: 3, tracestate: [] } })
    expect(run({ level: 1 }, []).span?.spanContext.traceFlags).toBe(1)
  })

  test('restarts a trace whose header is malformed and drops tracestate, but keeps baggage', () => {
    const damaged: Header[] = [
      ['traceparent', `00-${traceId.toUpperCase()}-${parentId}-01`],
      ...incoming.slice(2),
    ]
    const { extraction, span, outgoing: sent } = run({}, damaged)
    expect(extraction).toMatchObject({ action: 'restart', traceparentProblems: [{ code: 'upper-case' }] })
    expect(span?.spanContext.traceId).not.toBe(traceId)
    expect(outgoing(sent, 'tracestate')).toBeUndefined()
    expect(outgoing(sent, 'baggage')).toBe('user=42')
  })

  test('at a trust boundary starts anew, links to what came, and takes neither tracestate nor baggage', () => {
    const { span, outgoing: sent, baggage } = run({ restartsTrace: true })
    expect(span?.spanContext.traceId).not.toBe(traceId)
    expect(span).toMatchObject({ parentSpanId: null, link: { traceId, spanId: parentId } })
    expect(sent.map(([name]) => name)).toEqual(['traceparent'])
    expect(baggage).toEqual([])
  })

  test('changes the sampled flag only together with the parent id, and puts its own entry left-most', () => {
    const { span, outgoing: sent } = run({ sampled: false, tracestateEntry: { key: 'rojo', value: '1' } })
    expect(outgoing(sent, 'traceparent')).toBe(`00-${traceId}-${span!.spanContext.spanId}-02`)
    expect(outgoing(sent, 'tracestate')).toBe('rojo=1,congo=t61rcWkgMzE')
  })

  test('sends the baggage that it attached, unless the request leaves the trust boundary', () => {
    const changeBaggage: Participant['changeBaggage'] = (entries) =>
      setBaggageEntry(entries, { key: 'tier', value: 'gold', properties: [] })
    expect(outgoing(run({ changeBaggage }).outgoing, 'baggage')).toBe('user=42,tier=gold')
    const leaving = run({ changeBaggage, leavesTrustBoundary: true })
    expect(leaving.baggage).toHaveLength(2)
    expect(outgoing(leaving.outgoing, 'baggage')).toBeUndefined()
  })

  test('without a propagator ignores its header and writes none', () => {
    const { extraction, outgoing: sent } = run({ propagators: ['baggage'] })
    expect(extraction).toBeNull()
    expect(sent).toEqual([['baggage', 'user=42']])
  })

  test('that is a proxy forwards or strips, and one that is not instrumented breaks the chain', () => {
    expect(run({ kind: 'pass-through' })).toMatchObject({ span: null, outgoing: incoming })
    expect(run({ kind: 'stripping' }).outgoing).toEqual([incoming[0]])
    expect(run({ kind: 'uninstrumented' }).outgoing).toEqual([])
  })
})
