import { describe, expect, test } from 'vitest'
import { simulateOutage, twelveMinutes } from '@/components/figures/outage'
import { listFences } from '@/lib/content/lesson-source'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { HashRing } from '@/lib/engine/collector/tail-sampling/hash-ring'
import { createRandom } from '@/lib/engine/random'
import { createCollectorPipeline } from '@/lib/simulators/collector-pipeline'
import { countAll } from '@/lib/simulators/collector-pipeline/find-box'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'
import { readTable } from './support/lesson-table'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'the-collector-as-a-pipeline')!
const outage = simulateOutage(twelveMinutes)
const spansPerBatch = 120
const spans = (batches: number): string => (batches * spansPerBatch).toLocaleString('en-GB')

const rowsUnder = (header: string) => readTable(lesson, header)
const number = (text: string): number => Number.parseFloat(text.replaceAll(',', ''))

describe('the hole of twelve minutes', () => {
  test('each batch is given up, refused or kept', () => {
    const made = twelveMinutes.seconds * twelveMinutes.batchesPerSecond
    expect(outage.gaveUp + outage.rejected + outage.left.length).toBe(made)
    expect([outage.gaveUp, outage.rejected, outage.left.length]).toEqual([20, 2580, 1000])
    expect(lesson).toContain('20 + 2,580 + 1,000 = 3,600')
    expect(lesson).toContain(`${spans(outage.left.length)} spans`)
  })

  test('the counters of one gateway are those of the simulation, in spans', () => {
    const counters = Object.fromEntries(rowsUnder('Added').map(([added, counter]) => [counter, added]))
    expect(counters['`otelcol_receiver_accepted_spans`']).toBe(spans(3600))
    expect(counters['`otelcol_exporter_enqueue_failed_spans`']).toBe(spans(outage.rejected))
    expect(counters['`otelcol_exporter_send_failed_spans`']).toBe(spans(outage.gaveUp))
  })

  test('the queue is full after 200 seconds, and the first four seconds are lost', () => {
    expect(outage.sizes.indexOf(twelveMinutes.queueSize)).toBe(200)
    expect(outage.left[0]).toBe(4)
  })

  test('72 % are lost: 312,000 at each gateway and 624,000 at both', () => {
    const lost = outage.gaveUp + outage.rejected
    expect(Math.round((lost / 3600) * 100)).toBe(72)
    expect(lesson).toContain(`${spans(lost)} were lost at each gateway, 72 %, and ${spans(2 * lost)} at both`)
  })

  test('with the new settings nothing is lost in the same twelve minutes', () => {
    const itemsPerBatch = spansPerBatch
    const repaired = simulateOutage({
      ...twelveMinutes,
      queueSize: 600_000 / itemsPerBatch,
      giveUpSeconds: 30 * 60,
    })
    expect([repaired.gaveUp, repaired.rejected]).toEqual([0, 0])
  })
})

describe('the numbers of the text', () => {
  test('a queue lasts its room divided by what comes in', () => {
    const rows = rowsUnder('Queue')
    expect(rows).toHaveLength(4)
    for (const [room, rate, lasts] of rows) expect(number(lasts!)).toBe(number(room!) / number(rate!))
  })

  test('the twelfth retry comes after 276 seconds, and the thirteenth would come after 306', () => {
    let wait = 5
    const at: number[] = []
    for (let elapsed = 0; at.length < 13; wait = Math.min(30, wait * 1.5)) {
      elapsed += wait
      at.push(Math.round(elapsed))
    }
    expect(at.slice(-2)).toEqual([276, 306])
    expect(lesson).toMatch(/twelfth retry comes after 276 seconds.*after 306/)
  })

  test('a fourth gateway moves 2,441 of 10,000 trace ids', () => {
    const random = createRandom(7)
    const word = (): string => random.uint32().toString(16).padStart(8, '0')
    const ring = (size: number) =>
      new HashRing(Array.from({ length: size }, (_, index) => `gateway-${index + 1}:4317`))
    const [three, four] = [ring(3), ring(4)]
    const ids = Array.from({ length: 10_000 }, () => [word(), word(), word(), word()].join(''))
    const moved = ids.filter((id) => three.findByTraceId(id) !== four.findByTraceId(id)).length
    expect(lesson).toContain(`${moved.toLocaleString('en-GB')} of them moved`)
  })

  test('the limits of two gibibytes are 1,638 and 1,229 MiB', () => {
    const limits = [2048 * 0.8, 2048 * 0.8 - 2048 * 0.2].map((mib) => Math.round(mib).toLocaleString('en-GB'))
    expect(lesson).toContain(`the hard limit is ${limits[0]} MiB and the soft limit ${limits[1]} MiB`)
  })

  test('200 ms bring 960 spans at the best hour, and 8,192 need 40,960 a second', () => {
    expect(400 * 12 * 0.2).toBe(960)
    expect(8192 / 0.2).toBe(40_960)
    expect(lesson).toContain('40,960 spans a second')
  })
})

describe('what the text says of a run', () => {
  const simulator = createCollectorPipeline(validateCollectorConfig)
  const atTheEnd = (preset: string): PipelineView => {
    const run = simulator.start(simulator.presets.find(({ id }) => id === preset)!.params)
    run.advance(simulator.lastsMs)
    return run.view()
  }
  const percent = (share: number | null): string => `${((share ?? Number.NaN) * 100).toFixed(1)} %`

  test('counted behind the sampler the errors are 15.7 %, before it 2.6 % as they are', () => {
    const [after, before] = [atTheEnd('sampled-first').errors, atTheEnd('counted-first').errors]
    expect([after.made, after.calls, before.calls].map(percent)).toEqual(['2.6 %', '15.7 %', '2.6 %'])
    expect(lesson).toContain('the metrics say 15.7 %')
  })

  test('a limiter behind batch loses 1,807 of 3,717 spans, a first one none', () => {
    const [last, first] = [atTheEnd('limiter-last'), atTheEnd('limiter-first')]
    expect([countAll(last, ['lost'], 'batch'), last.senders[0]!.made]).toEqual([1807, 3717])
    expect([countAll(first, ['lost']), first.stored.spans]).toEqual([0, 3717])
    expect(lesson).toContain('It loses 1,807 of 3,717 spans')
  })
})

describe('the refused configurations', () => {
  const fences = listFences(lesson)
  const refused = fences.flatMap((fence, index) =>
    fence.meta === 'collector-invalid' ? [{ code: fence.code, said: fences[index + 1]!.code }] : [],
  )

  test('each is refused with the message under it', () => {
    expect(refused).toHaveLength(3)
    for (const { code, said } of refused)
      expect(validateCollectorConfig(code).diagnoses[0]?.message).toBe(said)
  })
})
