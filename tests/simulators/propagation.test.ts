import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extractTraceContextFromHeaders,
  findHeaderValues,
  parseBaggage,
  parseTraceparent,
  propagationHeaders,
} from '@/lib/engine'
import { propagation } from '@/lib/simulators/propagation'
import { countTraces } from '@/lib/simulators/propagation/outcome'
import {
  type PropagationParams,
  propagationParams,
  serviceSettings,
} from '@/lib/simulators/propagation/params'
import { upperCaseTraceparent } from '@/lib/simulators/propagation/presets'
import { type StationId, stationIds, stations } from '@/lib/simulators/propagation/station'
import type { PropagationView } from '@/lib/simulators/propagation/view'

const plain: PropagationParams = { ...propagation.presets[0].params, baggage: 'none' }

function finish(changes: Partial<PropagationParams> = {}): PropagationView {
  const run = propagation.start({ ...plain, ...changes })
  run.advance(propagation.lastsMs)
  return run.view()
}

const hopAt = (view: PropagationView, id: StationId) => view.hops.find(({ station }) => station === id)!
const into = (view: PropagationView, id: StationId, name: string) =>
  findHeaderValues(hopAt(view, id).incoming, name)
const fates = (view: PropagationView) =>
  Object.fromEntries(view.hops.map(({ station, fate }) => [station, fate]))
const oneOf = <T extends string>(...values: T[]) => fc.constantFrom(...values)

const anyParams: fc.Arbitrary<PropagationParams> = fc.record({
  seed: fc.integer({ min: 0, max: 9999 }),
  incoming: fc.oneof(
    fc.constant(''),
    fc.constant(upperCaseTraceparent),
    fc.constant(upperCaseTraceparent.toLowerCase()),
    fc.string({ maxLength: 200 }),
  ),
  tracestate: fc.oneof(fc.constant(''), fc.constant('fern=1,fern=2'), fc.string({ maxLength: 100 })),
  brought: fc.oneof(fc.constant(''), fc.constant('shop.tier=gold,broken'), fc.string({ maxLength: 100 })),
  door: oneOf('continues', 'restarts'),
  baggage: oneOf('none', 'attached', 'forgotten', 'too-large'),
  web: oneOf(...serviceSettings),
  proxy: oneOf('forwards', 'strips'),
  checkout: oneOf(...serviceSettings),
  payment: oneOf(...serviceSettings),
  edge: oneOf('sends', 'keeps'),
  bank: oneOf('continues', 'restarts'),
  queue: oneOf('parent', 'link', 'loses'),
  mailer: oneOf(...serviceSettings),
})

describe('with everything in order', () => {
  const view = finish()

  test('one request makes one trace of nine spans with one root', () => {
    expect(view.traces).toHaveLength(1)
    const rows = view.traces[0]!.rows
    expect(rows).toHaveLength(9)
    expect(rows.filter(({ span }) => span.parentSpanId === null).map(({ span }) => span.station)).toEqual([
      'web',
    ])
    expect(view.outcome).toBe('One request, one trace.')
  })

  test('the id in each header is that of the CLIENT or PRODUCER span that sends it', () => {
    const [header] = into(view, 'checkout', 'traceparent')
    const client = hopAt(view, 'web').spans.find(({ kind }) => kind === 'CLIENT')!
    const parsed = parseTraceparent(header!)
    expect(parsed.valid && parsed.traceparent.parentId).toBe(client.spanId)
    expect(hopAt(view, 'checkout').spans[0]!.parentSpanId).toBe(client.spanId)
    const producer = hopAt(view, 'checkout').spans.find(({ kind }) => kind === 'PRODUCER')!
    expect(hopAt(view, 'mailer').spans[0]).toMatchObject({ kind: 'CONSUMER', parentSpanId: producer.spanId })
  })
})

describe('each switch', () => {
  test('a proxy that strips headers breaks the trace and ends the baggage', () => {
    const view = finish({ proxy: 'strips', baggage: 'attached' })
    expect(into(view, 'proxy', 'baggage')).toEqual(['shop.checkout.variant=one-page'])
    expect(hopAt(view, 'checkout').incoming).toEqual([])
    expect(fates(view)).toMatchObject({ proxy: 'removed', checkout: 'broken', payment: 'joined' })
    expect(view.traces).toHaveLength(2)
    expect(view.outcome).toBe('One request, 2 traces: it breaks before checkout.')
    expect(hopAt(view, 'checkout').sentence).toContain('The proxy took the traceparent off')
  })

  test('a service without instrumentation makes no span, and the next begins a new trace', () => {
    const view = finish({ payment: 'uninstrumented' })
    expect(fates(view)).toMatchObject({ payment: 'missing', bank: 'broken', mailer: 'joined' })
    expect(view.outcome).toBe(
      'One request, 2 traces: it breaks before card company. Nothing is known of payment.',
    )
  })

  test('a web without instrumentation makes the trace begin late, not break', () => {
    const view = finish({ web: 'uninstrumented' })
    expect(view.traces).toHaveLength(1)
    expect(fates(view)).toMatchObject({ web: 'missing', checkout: 'late' })
  })

  test('a service that makes spans without a propagator is alone in its trace', () => {
    const view = finish({ checkout: 'none' })
    expect(fates(view)).toMatchObject({ checkout: 'broken', payment: 'broken', mailer: 'broken' })
    expect(view.traces).toHaveLength(4)
  })

  test('a service with the baggage propagator only carries the baggage and loses the trace', () => {
    const view = finish({ checkout: 'baggage', baggage: 'attached' })
    expect(into(view, 'payment', 'traceparent')).toEqual([])
    expect(into(view, 'payment', 'baggage')).toHaveLength(1)
  })

  test('a service with the trace context propagator only carries the trace and loses the baggage', () => {
    const view = finish({ checkout: 'tracecontext', baggage: 'attached' })
    expect(into(view, 'payment', 'traceparent')).toHaveLength(1)
    expect(into(view, 'payment', 'baggage')).toEqual([])
    expect(view.traces).toHaveLength(1)
  })

  test('a malformed header is refused with the engine’s reason, and nothing of it is kept', () => {
    const view = finish({ incoming: upperCaseTraceparent })
    const web = hopAt(view, 'web')
    expect(web.fate).toBe('refused')
    expect(web.spans[0]!.traceId).not.toBe(upperCaseTraceparent.split('-')[1]!.toLowerCase())
    const problem = extractTraceContextFromHeaders([['traceparent', upperCaseTraceparent]])
    expect(web.sentence).toContain(problem.traceparentProblems[0]!.message)
    expect(view.traces).toHaveLength(1)
  })

  test('a good header from outside is continued, and its sender is nowhere to be seen', () => {
    const incoming = upperCaseTraceparent.toLowerCase()
    const view = finish({ incoming })
    expect(view.traces).toMatchObject([{ traceId: incoming.split('-')[1] }])
    expect(view.traces[0]!.rows[0]).toMatchObject({ depth: 0, isOrphan: true })
  })

  test('a front door that restarts keeps a link to the trace from outside', () => {
    const incoming = upperCaseTraceparent.toLowerCase()
    const web = hopAt(finish({ incoming, door: 'restarts' }), 'web')
    expect(web.fate).toBe('linked')
    expect(web.spans[0]!.link).toEqual({ traceId: incoming.split('-')[1], spanId: incoming.split('-')[2] })
  })

  test('a consumer that links is in a trace of its own and points to the PRODUCER span', () => {
    const view = finish({ queue: 'link' })
    const producer = hopAt(view, 'checkout').spans.find(({ kind }) => kind === 'PRODUCER')!
    const consumer = hopAt(view, 'mailer').spans[0]!
    expect(consumer.link).toEqual({ traceId: producer.traceId, spanId: producer.spanId })
    expect(consumer.traceId).not.toBe(producer.traceId)
    expect(view.outcome).toBe('One request, 2 traces: mailer is joined by a link only.')
  })

  test('a queue that loses the headers leaves the consumer without parent and link', () => {
    const view = finish({ queue: 'loses' })
    expect(hopAt(view, 'mailer').spans[0]).toMatchObject({ parentSpanId: null, link: null })
    expect(fates(view)).toMatchObject({ queue: 'removed', mailer: 'broken' })
  })

  test('a card company that restarts makes a second trace with a link to ours', () => {
    const view = finish({ bank: 'restarts' })
    const client = hopAt(view, 'payment').spans.find(({ kind }) => kind === 'CLIENT')!
    expect(hopAt(view, 'bank').spans[0]!.link?.spanId).toBe(client.spanId)
  })
})

describe('baggage', () => {
  test('that is attached arrives at every service', () => {
    const view = finish({ baggage: 'attached', edge: 'sends' })
    for (const id of ['checkout', 'payment', 'bank', 'mailer'] as const)
      expect(into(view, id, 'baggage'), id).toEqual(['shop.checkout.variant=one-page'])
  })

  test('that is set and never attached is in no header, and the trace is whole', () => {
    const view = finish({ baggage: 'forgotten' })
    expect(view.hops.flatMap(({ station }) => into(view, station, 'baggage'))).toEqual([])
    expect(view.traces).toHaveLength(1)
  })

  test('that is too large is left out whole, and the small entry goes along', () => {
    const view = finish({ baggage: 'too-large' })
    const { entries } = parseBaggage(into(view, 'checkout', 'baggage'))
    expect(entries.map(({ key }) => key)).toEqual(['shop.checkout.variant'])
    expect(hopAt(view, 'web').sentence).toContain('8192 bytes')
  })

  test('that is taken off at the edge is read by payment and not by the card company', () => {
    const view = finish({ baggage: 'attached', edge: 'keeps' })
    expect(hopAt(view, 'payment').baggage).toHaveLength(1)
    expect(into(view, 'bank', 'baggage')).toEqual([])
    expect(into(view, 'bank', 'traceparent')).toHaveLength(1)
  })

  test('reaches a card company that restarts its trace', () => {
    const view = finish({ baggage: 'attached', edge: 'sends', bank: 'restarts' })
    expect(into(view, 'bank', 'baggage')).toHaveLength(1)
    expect(hopAt(view, 'bank').baggage).toEqual([])
  })
})

describe('whatever is switched', () => {
  test('the headers into a service are those that the caller sent, and the spans follow the engine', () => {
    fc.assert(
      fc.property(anyParams, (params) => {
        expect(propagationParams.safeParse(params).success).toBe(true)
        const view = finish(params)
        for (const hop of view.hops) {
          const { from } = stations[hop.station]
          if (from !== null) {
            const sent = hopAt(view, from).sent.find(({ to }) => to === hop.station)!
            expect(hop.incoming).toEqual(sent.headers)
          }
          const entry = hop.spans[0]
          if (entry?.parentSpanId) {
            const { spanContext } = extractTraceContextFromHeaders(hop.incoming)
            expect(entry).toMatchObject({ traceId: spanContext!.traceId, parentSpanId: spanContext!.spanId })
          }
          for (const { headers } of hop.sent)
            for (const [name] of headers) expect(propagationHeaders).toContain(name)
          expect(hop.sentence.length).toBeGreaterThan(20)
          expect(hop.sentence).not.toMatch(/undefined|null|NaN/)
        }
        expect(view.traces).toHaveLength(countTraces(view.hops))
        expect(view.outcome).not.toMatch(/undefined|: \./)
      }),
      { numRuns: 500 },
    )
  })

  test('the same parameters give the same run, in one advance or in many', () => {
    fc.assert(
      fc.property(anyParams, fc.integer({ min: 2, max: 50 }), (params, pieces) => {
        const run = propagation.start(params)
        for (let piece = 0; piece < pieces; piece += 1) run.advance(propagation.lastsMs / pieces)
        expect(run.view()).toEqual(finish(params))
      }),
      { numRuns: 100 },
    )
  })

  test('a switch at one stop leaves the span ids of the stops before it alone', () => {
    const before = finish()
    const after = finish({ queue: 'link', mailer: 'tracecontext' })
    for (const id of ['web', 'checkout', 'payment', 'bank'] as const)
      expect(hopAt(after, id).spans).toEqual(hopAt(before, id).spans)
  })
})

describe('a preset', () => {
  test.each(propagation.presets)('$id keeps to the schema and has exactly one true prediction', (preset) => {
    expect(propagationParams.safeParse(preset.params)).toEqual({ success: true, data: preset.params })
    const view = finish(preset.params)
    expect(preset.prediction.options.filter((option) => option.holds(view))).toHaveLength(1)
  })
})

test('the spans appear as the request reaches their services', () => {
  const run = propagation.start(plain)
  expect(run.view()).toMatchObject({ reached: 0, outcome: null })
  expect(run.view().traces[0]!.rows).toHaveLength(2)
  run.advance(propagation.stepMs * 2)
  expect(stationIds[run.view().reached]).toBe('checkout')
  expect(run.view().traces[0]!.rows).toHaveLength(5)
})
