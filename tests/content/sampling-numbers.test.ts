import { describe, expect, test } from 'vitest'
import { traceId } from '@/components/figures/checkout-trace'
import { createProbabilisticSampler } from '@/lib/engine/collector/probabilistic-sampler'
import { defaultProbabilisticSamplerConfig } from '@/lib/engine/collector/probabilistic-sampler-config'
import { TokenBucket } from '@/lib/engine/collector/tail-sampling/token-bucket'
import { isKept, probabilityToThreshold, traceIdToRandomness } from '@/lib/engine/sampling/threshold'
import { createSampling } from '@/lib/simulators/sampling'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { trafficMs } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'sampling')!
const simulator = createSampling({ read: readYaml })

/** What a preset of the simulator shows when it has run to its end. */
function atTheEnd(preset: string): SamplingView {
  const run = simulator.start(simulator.presets.find(({ id }) => id === preset)!.params)
  run.advance(simulator.lastsMs)
  return run.view()
}

const rowsUnder = (header: string) => readTable(lesson, header, '*')
const threshold = (probability: number): bigint => {
  const parsed = probabilityToThreshold(probability)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.threshold
}

describe('consistent probability', () => {
  const randomness = traceIdToRandomness(traceId)!

  test('the slow checkout lies at 0.372 and is kept from 62.9 % on', () => {
    expect(traceId.endsWith('5f1b2ac4d0e8f7')).toBe(true)
    expect((Number(randomness) / 2 ** 56).toFixed(3)).toBe('0.372')
    expect(isKept(threshold(0.629), randomness)).toBe(true)
    expect(isKept(threshold(0.628), randomness)).toBe(false)
    expect(lesson).toMatch(/that is 0\.372\. .*only from about 62\.9 % on/)
  })

  test('half and then a fifth is a tenth in proportional mode and a fifth in equalizing mode', () => {
    const standsFor = (mode: 'proportional' | 'equalizing'): number => {
      const sampler = createProbabilisticSampler({
        ...defaultProbabilisticSamplerConfig,
        mode,
        sampling_percentage: 20,
      })
      // The largest randomness: kept by every threshold.
      return sampler.sampleSpan({ traceId: 'f'.repeat(32), tracestate: 'ot=th:8' }).adjustedCount
    }
    expect(standsFor('proportional')).toBeCloseTo(10, 2)
    expect(standsFor('equalizing')).toBeCloseTo(5, 2)
    expect(rowsUnder('Mode').map((row) => row[2])).toEqual(['10 %', '20 %', 'depends on the seed'])
  })
})

describe('what the text says of a run', () => {
  test('late spans: A keeps 36 of 67 errors, B all', () => {
    const { arrived, a, b } = atTheEnd('late')
    expect([a.kept.error, arrived.traces.error, b?.kept.error]).toEqual([36, 67, 67])
    expect(lesson).toContain('A keeps 36 of 67 errors, and B keeps all 67')
  })

  test('too little memory: A keeps 3 of 39 errors, B all', () => {
    const { arrived, a, b } = atTheEnd('memory')
    expect([a.kept.error, arrived.traces.error, b?.kept.error]).toEqual([3, 39, 39])
    expect(lesson).toMatch(/A keeps 3 of 39 errors.*keeps all 39/)
  })

  test('the limit lets 41 spans a second through', () => {
    const { a } = atTheEnd('limit')
    expect([a.keptSpans, Math.round((a.keptSpans / trafficMs) * 1000)]).toEqual([1644, 41])
    expect(lesson).toContain('A keeps 1,644 spans in 40 seconds, 41 a second')
  })

  test('a drop policy leaves no health check', () => {
    expect(atTheEnd('drop').a.keptChecks).toBe(0)
  })

  test('the rates of the tail and of the fair sample', () => {
    const { arrived, a, b } = atTheEnd('tail')
    const percent = (share: number | undefined, digits = 1): string =>
      `${((share ?? Number.NaN) * 100).toFixed(digits)} %`
    expect(lesson).toContain(
      `A, the tail sampler, stores ${a.asStored?.total} traces, ${a.kept.error} of them errors: ${percent(a.asStored?.rate, 0)}`,
    )
    expect(lesson).toContain(`In the traffic it was ${percent(arrived.errorRate)}`)
    expect(lesson).toContain(
      `stores ${b?.asStored?.total}, and ${b?.kept.error} are errors: ${percent(b?.asStored?.rate)}`,
    )
    expect(lesson).toContain(`between ${percent(b?.asStored?.low)} and ${percent(b?.asStored?.high)}`)
  })
})

describe('the arithmetic', () => {
  const [normal, troubled, perNormal, perTroubled] = [950, 50, 12, 36]
  const all = normal * perNormal + troubled * perTroubled
  const gigabytes = (spans: number): number => Math.round((spans / 1000) * 100 * 86_400 * 30 * 500 * 1e-9)

  test('four designs keep what the table says', () => {
    const designs = [
      { spans: all, troubled },
      { spans: all / 10, troubled: troubled / 10 },
      { spans: troubled * perTroubled + (normal * perNormal) / 10, troubled },
      { spans: (troubled * perTroubled + (normal * perNormal) / 5) / 2, troubled: troubled / 2 },
    ]
    expect(rowsUnder('Design').map((row) => row.slice(1))).toEqual(
      designs.map((design) => [
        design.spans.toLocaleString('en-GB'),
        `${((design.spans / all) * 100).toFixed(1)} %`,
        `${gigabytes(design.spans).toLocaleString('en-GB')} GB`,
        `${design.troubled} of ${troubled}`,
      ]),
    )
  })

  test('on a bad day half of the stream is kept, and 400 GB last eleven days', () => {
    const kept = 0.2 * 36 + 0.8 * 12 * 0.1
    const stream = 0.2 * 36 + 0.8 * 12
    expect([kept.toFixed(2), stream.toFixed(1), Math.round((kept / stream) * 100)]).toEqual([
      '8.16',
      '16.8',
      49,
    ])
    expect(Math.floor(400 / (kept * 100 * 86_400 * 500 * 1e-9))).toBe(11)
    expect(lesson).toContain('8.16 spans of 16.8 per trace: 49 %')
  })

  test('the errors of the mailer add up', () => {
    const rows = rowsUnder('Failures').map((row) => row.slice(1).map(Number))
    const sum = rows[3]!
    for (const column of [0, 1])
      expect(rows.slice(0, 3).reduce((total, row) => total + row[column]!, 0)).toBe(sum[column])
    expect(sum).toEqual([600, 195])
  })

  test('a bucket of 20 spans a second holds 40, and a trace of 41 never passes', () => {
    const bucket = new TokenBucket(20, 40)
    expect(bucket.take(41, 0)).toBe(false)
    expect(bucket.take(41, 3_600_000)).toBe(false)
    expect(bucket.take(40, 7_200_000)).toBe(true)
  })
})
