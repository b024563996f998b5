import { describe, expect, test } from 'vitest'
import { createSampling } from '@/lib/simulators/sampling'
import { samplingParams } from '@/lib/simulators/sampling/params'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { samplingSentence } from '@/lib/simulators/sampling/sentence'

const sampling = createSampling({ read: readYaml })

function finish(params: (typeof sampling.presets)[number]['params']) {
  const run = sampling.start(params)
  run.advance(sampling.lastsMs)
  return run.view()
}

const expected: Record<string, string> = {
  head: 'About one in ten.',
  tail: 'Far more.',
  late: 'Many are lost: the decision stands.',
  memory: 'Most are lost.',
  fleet: 'About half; the others in pieces.',
  balanced: 'The very same traces as B.',
  service: 'Many will not: a trace crosses services.',
  drop: 'Dropped: a drop policy goes before all others.',
  veto: 'All but the health checks, and of these the failing ones too.',
  limit: 'More than 20.',
  composite: 'Few: it asks by the list, and the first match settles it.',
  cache: 'They are decided anew, as traces of their own.',
  rules: 'Too high.',
}

describe('a preset', () => {
  test.each(sampling.presets)('$id keeps to the schema', ({ params }) => {
    expect(samplingParams.safeParse(params)).toEqual({ success: true, data: params })
  })

  test.each(sampling.presets)('$id shows what it says, on its own seed and on others', (preset) => {
    for (const seed of [preset.params.seed, 1, 2, 3, 4]) {
      const view = finish({ ...preset.params, seed })
      const holding = preset.prediction.options.filter((option) => option.holds(view))
      expect(
        holding.map(({ text }) => text),
        `seed ${seed}`,
      ).toEqual([expected[preset.id]])
    }
  })
})

test('the wait of B brings back the late errors that A loses', () => {
  const view = finish(sampling.presets.find(({ id }) => id === 'late')!.params)
  expect(view.b!.kept.error).toBe(view.arrived.traces.error)
  expect(view.a.kept.error).toBeLessThan(0.8 * view.arrived.traces.error)
})

test('memory for all that waits keeps every error that a smaller memory evicts', () => {
  const view = finish(sampling.presets.find(({ id }) => id === 'memory')!.params)
  expect(view.b!.kept.error).toBe(view.arrived.traces.error)
  expect(view.b!.evicted).toBe(0)
  expect(view.a.evicted).toBeGreaterThan(view.arrived.all / 2)
  expect(view.a.evictedSpans).toBeGreaterThan(0)
})

test('failing health checks exist, and the drop policy at the end of the list takes them all', () => {
  const { params } = sampling.presets.find(({ id }) => id === 'drop')!
  const { traffic, a } = finish(params)
  const failing = [...traffic.kinds.keys()].filter(
    (trace) => traffic.isCheck[trace] && traffic.kinds[trace] === 0,
  )
  expect(failing.length).toBeGreaterThan(3)
  expect(a.keptChecks).toBe(0)
})

test('the sentence names the drop policy, and says why its place in the list does not matter', () => {
  const { params } = sampling.presets.find(({ id }) => id === 'drop')!
  const view = finish(params)
  expect(view.a.dropped).toEqual([{ name: 'no-health-checks', traces: view.arrived.checks }])
  expect(samplingSentence(view)).toContain('dropped by no-health-checks: a drop policy is asked before')
})

test('with a cache no kept trace is kept in part, and without one there are roots that are missing', () => {
  const view = finish(sampling.presets.find(({ id }) => id === 'cache')!.params)
  expect([view.a.partial, view.a.rootless]).toEqual([0, 0])
  expect(view.a.kept.error).toBeGreaterThan(20)
  expect(view.b!.partial).toBeGreaterThan(20)
  expect(view.b!.rootless).toBeGreaterThan(10)
  expect(samplingSentence(view)).toMatch(/B kept .* other traces, \d+ of them in part\.$/)
})

test('a composite policy keeps more of the errors where its list asks for them first', () => {
  const { params } = sampling.presets.find(({ id }) => id === 'composite')!
  const [list, swapped] = [/ +- name: everything\n.*\n/.exec(params.yaml)![0], params.yaml]
  const yaml = swapped.replace(list, '').replace(/( +)rate_allocation:/, `${list}$1rate_allocation:`)
  const [before, after] = [finish(params), finish({ ...params, yaml })]
  expect(after.a.refusal).toBeNull()
  expect(before.a.kept.error).toBeLessThan(0.3 * before.arrived.traces.error)
  // Within a second of the clock even their half may be used up.
  expect(after.a.kept.error).toBeGreaterThan(0.8 * after.arrived.traces.error)
})
