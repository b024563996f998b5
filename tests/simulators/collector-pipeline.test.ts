import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateCollectorConfig } from '@/lib/engine'
import { createCollectorPipeline } from '@/lib/simulators/collector-pipeline'
import { allBoxes, countAll } from '@/lib/simulators/collector-pipeline/find-box'
import { changesOf, describeItem } from '@/lib/simulators/collector-pipeline/item-words'
import {
  longestConfig,
  type PipelineParams,
  pipelineParams,
  tickMs,
} from '@/lib/simulators/collector-pipeline/params'
import { PipelineRun } from '@/lib/simulators/collector-pipeline/run'
import { explainPipeline, watchPipeline } from '@/lib/simulators/collector-pipeline/sentence'
import { pace, runMs } from '@/lib/simulators/collector-pipeline/shape'
import { createFleetTraffic } from '@/lib/simulators/collector-pipeline/traffic'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'
import { readUrlState, writeUrlState } from '@/lib/simulators/url-state'
import { finishWork } from '@/lib/simulators/work'

const collectorPipeline = createCollectorPipeline(validateCollectorConfig)
const [first] = collectorPipeline.presets

function finish(params: PipelineParams): PipelineView {
  const run = collectorPipeline.start(params)
  run.advance(collectorPipeline.lastsMs)
  return run.view()
}
const ofPreset = (id: string) => collectorPipeline.presets.find((preset) => preset.id === id)!.params

describe('a preset', () => {
  test.each(collectorPipeline.presets)(
    '$id keeps to the schema and has exactly one true prediction',
    (preset) => {
      expect(pipelineParams.safeParse(preset.params)).toEqual({ success: true, data: preset.params })
      for (const seed of [preset.params.seed, 1, 2]) {
        const view = finish({ ...preset.params, seed })
        expect(preset.prediction.options.filter((option) => option.holds(view))).toHaveLength(1)
        expect(explainPipeline(view)).not.toMatch(/undefined|NaN|null/)
        expect(watchPipeline(view).length).toBeGreaterThan(20)
      }
    },
  )
})

test('everything that the shop makes is accounted for', () => {
  const view = finish(first.params)
  for (const { signal, made, waiting, lost } of view.senders) {
    const lane = view.lanes.find((each) => each.signal === signal)!
    expect(lost).toBe(0)
    expect(lane.receivers[0]!.entered + waiting).toBe(made)
    const ended = lane.processors.reduce(
      (sum, box) => sum + countAll({ ...view, lanes: [lane] }, ['dropped'], box.id),
      0,
    )
    expect(countAll({ ...view, lanes: [lane] }, ['sent']) + ended).toBe(made)
  }
})

test('the run goes the same way in one advance and in many', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...collectorPipeline.presets),
      fc.integer({ min: 2, max: 60 }),
      (preset, pieces) => {
        const run = collectorPipeline.start(preset.params)
        for (let piece = 0; piece < pieces; piece += 1) run.advance(collectorPipeline.lastsMs / pieces)
        const [one, other] = [run.view(), finish(preset.params)]
        // The last tick may be a rounding away.
        expect(Math.abs(one.elapsedMs - other.elapsedMs)).toBeLessThanOrEqual(200)
        if (one.elapsedMs === other.elapsedMs) expect(one).toEqual(other)
      },
    ),
    { numRuns: 15 },
  )
})

test('what comes from a worker as text is what the run shows, at every moment', () => {
  for (const { params } of collectorPipeline.presets) {
    const traffic = finishWork(createFleetTraffic(params))
    const run = new PipelineRun(params, traffic, validateCollectorConfig(params.yaml))
    const played = collectorPipeline.start(params)
    for (let tick = 0; tick <= runMs / tickMs; tick += 1) {
      expect(played.view()).toEqual(run.view())
      run.advance(tickMs)
      played.advance(tickMs / pace)
    }
  }
})

test('any text at all is a configuration that is refused or runs', () => {
  const pieces = fc.constantFrom(...first.params.yaml.split('\n'), 'service:', '  - ', '[', ': :', '\t')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (lines) => {
      const yaml = lines.join('\n').slice(0, longestConfig)
      const view = finish({ ...first.params, perSecond: 1, yaml })
      if (view.stage !== 'running') expect(explainPipeline(view)).toContain('does not start')
      expect(allBoxes(view).every(({ entered }) => Number.isInteger(entered))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a configuration survives its journey through the address', () => {
  const params = { ...first.params, yaml: `# straße & co: 100 % + "x"\n${ofPreset('filter').yaml}` }
  const search = writeUrlState(collectorPipeline, { preset: first.id, params, elapsedMs: 0 })
  expect(readUrlState(collectorPipeline, search)).toMatchObject({ params, notes: [] })
})

test('a configuration too long for an address is kept out, with a note', () => {
  const place = readUrlState(
    collectorPipeline,
    new URLSearchParams({ yaml: 'a'.repeat(longestConfig + 1) }).toString(),
  )
  expect(place.params.yaml).toBe(first.params.yaml)
  expect(place.notes).toHaveLength(1)
  expect(pipelineParams.safeParse({ ...first.params, yaml: '\u{1f33f}'.repeat(1900) }).success).toBe(false)
})

test('memory_limiter first loses nothing that the same limiter at the end loses', () => {
  const [last, front] = [finish(ofPreset('limiter-last')), finish(ofPreset('limiter-first'))]
  expect(countAll(last, ['lost'])).toBeGreaterThan(100)
  expect(countAll(front, ['lost'])).toBe(0)
  expect(front.stored.spans).toBe(front.senders[0]!.made)
})

test('an exporter’s queue shows how full it is while the backend is away', () => {
  const run = collectorPipeline.start(ofPreset('small-queue'))
  run.advance(collectorPipeline.stepMs * 7)
  const view = run.view()
  expect(view.backendUp).toBe(false)
  const { queue, held } = allBoxes(view).find(({ kind }) => kind === 'exporter')!
  expect(queue!.size).toBe(20)
  expect(queue!.queued).toBeGreaterThanOrEqual(19)
  expect(queue!.retrying).toBe(1)
  expect(held).toBeGreaterThan(20)
})

test('what a processor changed is told by attribute', () => {
  const box = allBoxes(finish(first.params)).find(({ id }) => id === 'resource/env')!
  const [example] = box.outcomes[0]!.examples
  expect(changesOf(example!.before!, example!.after!)).toEqual([
    '+ resource deployment.environment.name: production',
  ])
  expect(describeItem(example!.before!)).toMatch(/^\w+: \w+ /)
})
