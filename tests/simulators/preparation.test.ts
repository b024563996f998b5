import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardinality } from '@/lib/simulators/cardinality'
import { createSampling } from '@/lib/simulators/sampling'
import { createMaterialMaker } from '@/lib/simulators/sampling/make-material'
import { MaterialMemory, type Part } from '@/lib/simulators/sampling/material'
import { routings, type SamplingParams } from '@/lib/simulators/sampling/params'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { startSampling } from '@/lib/simulators/sampling/shape'
import { finishWork, type Work } from '@/lib/simulators/work'

const reader = { read: readYaml }
const sampling = createSampling(reader)
const plain = sampling.presets[0].params
const busy: SamplingParams = { ...plain, perSecond: 120, a: 'tail', b: 'consistent' }

/** Does the work and gives the shares that it told. */
function sharesOf(work: Work<unknown>): number[] {
  const shares: number[] = []
  for (let piece = work.next(); !piece.done; piece = work.next()) shares.push(piece.value)
  return shares
}

describe('a run in pieces', () => {
  test('comes in many of them, and tells how far it is', () => {
    for (const work of [
      createSampling(reader).prepare!(busy, 8000),
      cardinality.prepare!(cardinality.presets[0].params, 10_000),
    ]) {
      const shares = sharesOf(work)
      expect(shares.length).toBeGreaterThan(40)
      expect(shares).toEqual(shares.toSorted((one, other) => one - other))
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    }
  })

  test('is the run that is made at once', () => {
    for (const { params } of sampling.presets) {
      const run = createSampling(reader).start(params)
      run.advance(9000)
      expect(finishWork(sampling.prepare!(params, 9000)).view()).toEqual(run.view())
    }
    for (const { params } of cardinality.presets) {
      const run = cardinality.start(params)
      run.advance(7310)
      expect(finishWork(cardinality.prepare!(params, 7310)).view()).toEqual(run.view())
    }
  })
})

describe('the material of a sampling run', () => {
  const make = createMaterialMaker(reader)

  test('is lacking only where a parameter has changed that it follows from', () => {
    const memory = new MaterialMemory()
    expect(memory.lacks(busy)).toEqual(['traffic', 'a', 'b'])
    memory.put(busy, finishWork(make(busy, memory.lacks(busy))))
    const lacks = (change: Partial<SamplingParams>): Part[] => memory.lacks({ ...busy, ...change })
    expect(lacks({})).toEqual([])
    expect(lacks({ pricePerGb: 9, bytesPerSpan: 50 })).toEqual([])
    expect(lacks({ yaml: 'policies: []' })).toEqual([])
    expect(lacks({ aWait: 3 })).toEqual(['a'])
    expect(lacks({ bShare: 0.5 })).toEqual(['b'])
    expect(lacks({ b: 'none' })).toEqual(['b'])
    expect(lacks({ perSecond: 30 })).toEqual(['traffic', 'a', 'b'])
  })

  test('survives the way from a worker to a page', () => {
    const memory = new MaterialMemory()
    memory.put(busy, structuredClone(finishWork(make(busy, memory.lacks(busy)))))
    const run = sampling.start(busy)
    run.advance(11_000)
    expect(startSampling(busy, memory.get(busy), 11_000).view()).toEqual(run.view())
  })

  test('made part by part is what it is when made whole, whatever was asked for before or given up', () => {
    const settings = fc.record({
      perSecond: fc.constantFrom(5, 12),
      a: fc.constantFrom('tail' as const, 'head' as const),
      aWait: fc.constantFrom(2, 9),
      aCollectors: fc.constantFrom(1, 3),
      aRouting: fc.constantFrom(...routings),
      b: fc.constantFrom('none' as const, 'rate' as const, 'tail' as const),
    })
    fc.assert(
      fc.property(fc.array(settings, { minLength: 1, maxLength: 6 }), fc.nat(20), (wishes, pieces) => {
        const memory = new MaterialMemory()
        for (const wish of wishes) {
          const params = { ...plain, ...wish }
          // A wish that is given up after some pieces leaves nothing behind that matters.
          const givenUp = make({ ...params, bShare: 0.7 }, memory.lacks({ ...params, bShare: 0.7 }))
          for (let piece = 0; piece < pieces; piece += 1) givenUp.next()
          memory.put(params, finishWork(make(params, memory.lacks(params))))
          const whole = new MaterialMemory()
          whole.put(params, finishWork(createMaterialMaker(reader)(params, whole.lacks(params))))
          expect(memory.get(params)).toEqual(whole.get(params))
        }
      }),
      { numRuns: 12 },
    )
  })
})
