import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTraceDecider } from '@/lib/engine/collector/tail-sampling/decide-traces'
import { decisionCode } from '@/lib/engine/collector/tail-sampling/decision'
import { createTraceIdRatioBasedSampler } from '@/lib/engine/sampling/trace-id-ratio'
import { traceIdOf } from '@/lib/engine/traffic/span'
import { createSampling } from '@/lib/simulators/sampling'
import { fateCode } from '@/lib/simulators/sampling/fate'
import {
  routings,
  type SamplingParams,
  samplingParams,
  settingsOf,
  strategyNames,
} from '@/lib/simulators/sampling/params'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { samplingSentence, watchSentence } from '@/lib/simulators/sampling/sentence'
import { sliceView } from '@/lib/simulators/sampling/slices'
import { compileTail } from '@/lib/simulators/sampling/tail-history'
import { createTraffic, slowMs } from '@/lib/simulators/sampling/traffic'

const sampling = createSampling({ read: readYaml })
const plain = sampling.presets[0].params

function finish(settings: Partial<SamplingParams> = {}) {
  const run = sampling.start({ ...plain, ...settings })
  run.advance(sampling.lastsMs)
  return run.view()
}

const anyParams: fc.Arbitrary<SamplingParams> = fc.record({
  seed: fc.integer({ min: 0, max: 9999 }),
  perSecond: fc.integer({ min: 2, max: 15 }),
  errorShare: fc.double({ min: 0, max: 0.2, noNaN: true }),
  slowShare: fc.double({ min: 0, max: 0.2, noNaN: true }),
  lateSeconds: fc.integer({ min: 0, max: 15 }),
  a: fc.constantFrom(...strategyNames),
  aShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  aWait: fc.integer({ min: 1, max: 15 }),
  aTraces: fc.integer({ min: 20, max: 300 }),
  aCollectors: fc.integer({ min: 1, max: 4 }),
  aRouting: fc.constantFrom(...routings),
  aLimit: fc.integer({ min: 1, max: 40 }),
  b: fc.constantFrom(...strategyNames, 'none' as const),
  bShare: fc.constant(0.2),
  bWait: fc.integer({ min: 1, max: 15 }),
  bTraces: fc.integer({ min: 20, max: 300 }),
  bCollectors: fc.integer({ min: 1, max: 4 }),
  bRouting: fc.constantFrom(...routings),
  bLimit: fc.integer({ min: 1, max: 40 }),
  yaml: fc.constantFrom(
    ...new Set(sampling.presets.map(({ params }) => params.yaml)),
    'policies: [{}]',
    '{',
    '',
  ),
  bytesPerSpan: fc.constant(500),
  pricePerGb: fc.constant(0.3),
  heldBytesPerSpan: fc.constant(2000),
})

describe('the traffic', () => {
  test('has the shares of errors and of slow traces that were asked for', () => {
    const { arrived } = finish({ perSecond: 80, errorShare: 0.1, slowShare: 0.1 })
    expect(arrived.all).toBeGreaterThan(3000)
    expect(arrived.errorRate).toBeGreaterThan(0.085)
    expect(arrived.errorRate).toBeLessThan(0.115)
    const slow = arrived.traces.slow / arrived.all
    expect(slow).toBeGreaterThan(0.075)
    expect(slow).toBeLessThan(0.11)
  })

  test('without faults has no errors and next to no slow traces', () => {
    const { arrived } = finish({ errorShare: 0, slowShare: 0 })
    expect(arrived.traces.error).toBe(0)
    expect(arrived.traces.slow).toBeLessThan(3)
  })
})

describe('the decisions', () => {
  test('of a tail sampler that waits long enough are the engine’s, policy by policy', () => {
    const params = { ...plain, a: 'tail', lateSeconds: 4, aWait: 12 } as const
    const { a, traffic } = finish(params)
    const decided = createTraceDecider(compileTail(settingsOf(params, 'a')!), createTraffic(params).batch)(0)
    for (let trace = 0; trace < traffic.traceCount; trace += 1) {
      const isSampled = decided.decisions[trace] === decisionCode.Sampled
      expect(a.fates[trace], `trace ${trace}`).toBe(isSampled ? fateCode.kept : fateCode.dropped)
    }
    expect(a.keptSpans).toBe(decided.sampledSpans)
    expect(a.credits.reduce((sum, { traces }) => sum + traces, 0)).toBe(decided.sampledTraces)
    expect(a.kept.error).toBe(finish(params).arrived.traces.error)
  })

  test('of a head sampler are the engine’s', () => {
    const { a, traffic } = finish()
    const sampler = createTraceIdRatioBasedSampler(0.1)
    const { batch } = createTraffic(plain)
    for (let trace = 0; trace < traffic.traceCount; trace += 1) {
      const { decision } = sampler.shouldSample({ traceId: traceIdOf(batch, trace) })
      expect(a.fates[trace]).toBe(decision === 'DROP' ? fateCode.dropped : fateCode.kept)
    }
  })

  test('of a rate limit never exceed its burst and its rate', () => {
    const { a } = finish({ a: 'rate', aLimit: 3 })
    const kept = a.kept.error + a.kept.slow + a.kept.normal
    expect(kept).toBeLessThanOrEqual(3 * 40 + 3)
    expect(kept).toBeGreaterThan(3 * 40 * 0.9)
  })

  test('keep every slow trace in a tail sampler, by the policy of the same threshold', () => {
    const { a, arrived } = finish({ a: 'tail', slowShare: 0.1 })
    expect(slowMs).toBe(1000)
    expect(a.kept.slow).toBe(arrived.traces.slow)
  })
})

describe('the estimate', () => {
  test('of the consistent strategy covers the true error rate on nearly every seed', () => {
    let covered = 0
    for (let seed = 0; seed < 40; seed += 1) {
      const { a, arrived } = finish({ seed, a: 'consistent', errorShare: 0.1, aShare: 0.2 })
      if (a.adjusted!.low <= arrived.errorRate && arrived.errorRate <= a.adjusted!.high) covered += 1
    }
    expect(covered).toBeGreaterThanOrEqual(37)
  })

  test('of rules is wrong as stored and right with adjusted counts', () => {
    const { a, arrived } = finish({ a: 'rules', perSecond: 60, errorShare: 0.1 })
    expect(a.asStored!.low).toBeGreaterThan(arrived.errorRate)
    expect(a.adjusted!.low).toBeLessThan(arrived.errorRate)
    expect(a.adjusted!.high).toBeGreaterThan(arrived.errorRate)
    expect(Math.abs(a.adjusted!.total / arrived.all - 1)).toBeLessThan(0.2)
  })

  test('of a tail sampler is far off, and no trace says how many it stands for', () => {
    const { a, arrived } = finish({ a: 'tail' })
    expect(a.asStored!.low).toBeGreaterThan(2 * arrived.errorRate)
    expect(a.adjusted).toBeNull()
  })
})

describe('memory', () => {
  test('too small for the wait evicts, and evicts the less the more room there is', () => {
    const evicted = [40, 120, 400].map((aTraces) => finish({ a: 'tail', aTraces }).a.evicted)
    expect(evicted[0]).toBeGreaterThan(evicted[1]!)
    expect(evicted[1]).toBeGreaterThan(0)
    expect(evicted[2]).toBe(0)
  })

  test('is held in proportion to the wait, and by a tail sampler only', () => {
    const short = finish({ a: 'tail', aWait: 2 }).a.mostHeldSpans
    const long = finish({ a: 'tail', aWait: 12 }).a.mostHeldSpans
    expect(long).toBeGreaterThan(2.5 * short)
    expect(finish({ a: 'consistent' }).a.mostHeldSpans).toBe(0)
  })
})

describe('a configuration typed by hand', () => {
  test('that a Collector refuses keeps nothing and says where it is wrong', () => {
    const { a } = finish({ a: 'yaml', yaml: 'policies:\n  - name: x\n    type: sometimes\n' })
    expect(a.refusal).toMatch(/line \d+, column \d+: .*sometimes/)
    expect(a.keptSpans).toBe(0)
  })

  test('of the lesson decides like the sliders in the same place', () => {
    const typed = finish({ a: 'yaml', b: 'tail' })
    expect(typed.a.fates).toEqual(typed.b!.fates)
    expect(typed.a.heldSpans).toBe(typed.b!.heldSpans)
  })

  test('cannot run before its reader is there', () => {
    const without = createSampling({ read: null }).start({ ...plain, a: 'yaml' })
    expect(without.view().a.refusal).toContain('not been fetched')
  })
})

describe('whatever is set', () => {
  test('the same parameters give the same run, in one advance or in many', () => {
    fc.assert(
      fc.property(anyParams, fc.integer({ min: 2, max: 20 }), (params, pieces) => {
        expect(samplingParams.safeParse(params).success).toBe(true)
        const run = createSampling({ read: readYaml }).start(params)
        for (let piece = 0; piece < pieces; piece += 1) run.advance(sampling.lastsMs / pieces)
        const [apart, whole] = [run.view(), finish(params)]
        expect({ ...apart, traffic: null, nowMs: 0 }).toEqual({ ...whole, traffic: null, nowMs: 0 })
      }),
      { numRuns: 15 },
    )
  })

  test('at every moment each trace has one fate and no more spans are kept than arrived', () => {
    fc.assert(
      fc.property(anyParams, fc.double({ min: 0, max: 1, noNaN: true }), (params, share) => {
        const run = sampling.start(params)
        run.advance(sampling.lastsMs * share)
        const view = run.view()
        for (const side of view.b === null ? [view.a] : [view.a, view.b]) {
          expect(side.keptSpans + side.lateSpans + side.evictedSpans).toBeLessThanOrEqual(view.arrived.spans)
          for (const kind of ['error', 'slow', 'normal'] as const)
            expect(side.kept[kind]).toBeLessThanOrEqual(view.arrived.traces[kind])
        }
        const slices = sliceView(view)
        expect(slices.reduce((sum, { traces }) => sum + traces, 0)).toBe(
          view.traffic.startMs.filter((at) => at < view.nowMs).length,
        )
        for (const sentence of [samplingSentence(view), watchSentence(view)])
          expect(sentence).not.toMatch(/undefined|null|NaN|^$/)
      }),
      { numRuns: 25 },
    )
  })
})
