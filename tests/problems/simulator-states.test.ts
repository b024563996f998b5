import { describe, expect, test } from 'vitest'
import { simulatorHref } from '@/lib/content/simulator-href'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { parseTraceparent } from '@/lib/engine/propagation/traceparent'
import { parseThreshold, traceIdToRandomness } from '@/lib/engine/sampling/threshold'
import { traceIdOf } from '@/lib/engine/traffic/span'
import type { Problem, SimulatorState } from '@/lib/problems/problem'
import { cardinality } from '@/lib/simulators/cardinality'
import { PipelineRun } from '@/lib/simulators/collector-pipeline/run'
import { pipelineShape } from '@/lib/simulators/collector-pipeline/shape'
import { createFleetTraffic } from '@/lib/simulators/collector-pipeline/traffic'
import { propagation } from '@/lib/simulators/propagation'
import type { StationId } from '@/lib/simulators/propagation/station'
import { resourceSlicer } from '@/lib/simulators/resource-slicer'
import { createSampling } from '@/lib/simulators/sampling'
import { settingsOf } from '@/lib/simulators/sampling/params'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { makeHistory } from '@/lib/simulators/sampling/strategy'
import { makeTraffic } from '@/lib/simulators/sampling/traffic'
import type { Params, Simulator, SimulatorShape } from '@/lib/simulators/simulator'
import { traceExplorer } from '@/lib/simulators/trace-explorer'
import { readUrlState } from '@/lib/simulators/url-state'
import { finishWork } from '@/lib/simulators/work'
import { chances, kindOf, kinds } from './every-kind'
import { numberOf, rightOf, textOf } from './right-answer'
import { readSceneTrace, runProcessor } from './tail-run'

// A problem's link is followed here as a browser would, and the answer is read off the simulator's own model.

const sampling = createSampling({ read: readYaml })
const drawn = chances(200)

const hrefOf = ({ name, params, atMs }: SimulatorState) => simulatorHref(name, { ...params, at: atMs })

/** Where the link of a problem leads to, in that simulator. */
function follow<P extends Params, V>(simulator: SimulatorShape<P, V>, state: SimulatorState) {
  expect(state.name).toBe(simulator.name)
  const address = new URL(hrefOf(state), 'https://spanwise.example')
  expect(address.pathname).toBe(`/play/${simulator.name}`)
  const place = readUrlState(simulator, address.search)
  expect(place.notes).toEqual([])
  expect(place.params).toMatchObject(state.params)
  expect(place.elapsedMs).toBe(state.atMs)
  return place
}

/** What the simulator shows where the link leads to. */
function open<P extends Params, V>(simulator: Simulator<P, V>, { simulator: state }: Problem): V {
  const { params, elapsedMs } = follow(simulator, state)
  const run = simulator.start(params)
  run.advance(elapsedMs)
  return run.view()
}

const all = {
  propagation,
  cardinality,
  sampling,
  'trace-explorer': traceExplorer,
  'collector-pipeline': pipelineShape,
  'resource-slicer': resourceSlicer,
} satisfies Record<SimulatorState['name'], unknown>

test.each(kinds)('every problem of the kind $name opens a simulator that takes its state', ({ draw }) => {
  for (const chance of drawn) {
    const { simulator } = draw(chance)
    follow(all[simulator.name] as unknown as SimulatorShape<Params, unknown>, simulator)
    // An address has to pass proxies.
    expect(hrefOf(simulator).length).toBeLessThan(4000)
  }
})

test('series: the simulator multiplies to the same number', () => {
  for (const chance of drawn) {
    const problem = kindOf('series-arithmetic').draw(chance)
    const { params } = follow(cardinality, problem.simulator)
    const { possibleSets, cost } = cardinality.start(params).view()
    expect(possibleSets * cost.perSet * params.instances).toBe(numberOf(problem.asks))
  }
})

test('overflow: the requests of the problem end in the overflow, and are missing in the query', () => {
  for (const chance of drawn) {
    const problem = kindOf('cardinality-overflow').draw(chance)
    const view = open(cardinality, problem)
    expect(view.requests).toBe(problem.question.match(/^1\. /gm)?.length)
    if (problem.question.includes('Which attribute sets'))
      expect(rightOf(problem.asks)).toHaveLength(view.seenSets - view.series)
    else if (problem.question.includes('does a query'))
      expect(view.failuresFound).toBe(numberOf(problem.asks))
    else expect(view.inOverflow).toBe(numberOf(problem.asks))
  }
})

describe('headers', () => {
  const fieldWords: Readonly<Record<string, string>> = {
    version: 'The version',
    'trace-id': 'The trace id',
    'parent-id': 'The parent id',
    'trace-flags': 'The trace flags',
    trailing: 'What stands behind the flags',
    member: 'A member: it has no equals sign',
    key: 'A key',
    value: 'A value',
    property: 'A property',
  }
  test.each(['traceparent', 'tracestate', 'baggage'])('web finds the same fault with a %s', (header) => {
    for (const chance of drawn) {
      const problem = kindOf('header-fault').draw(chance, { header })
      const { hops } = open(propagation, problem)
      const { extraction, baggageProblems, sentence } = hops[0]!
      const [found] =
        header === 'baggage'
          ? baggageProblems
          : header === 'tracestate'
            ? extraction!.tracestateProblems
            : extraction!.traceparentProblems
      expect(rightOf(problem.asks)).toEqual([found ? fieldWords[found.field] : 'Nothing: it is good'])
      if (found) expect(sentence).toContain(found.message)
    }
  })
})

test('parent: the simulator stands at the service that is asked for', () => {
  for (const chance of drawn) {
    const problem = kindOf('span-parent').draw(chance)
    const view = open(propagation, problem)
    const [, service] = /span of `(\w+)`\?/.exec(problem.question)!
    expect(view.hops[view.reached]!.station).toBe<StationId>(service as StationId)
    const own = view.hops[0]!
    // The header that reached web is the problem's own, so that a parent outside is the same span.
    if (textOf(problem.asks) === parentIn(own.incoming))
      expect(own.spans[0]!.parentSpanId).toBe(textOf(problem.asks))
  }
})

function parentIn(headers: readonly (readonly [string, string])[]): string {
  const parse = parseTraceparent(headers.find(([name]) => name === 'traceparent')?.[1] ?? '')
  return parse.valid ? parse.traceparent.parentId : 'none came'
}

describe('sampling', () => {
  const { params: plain } = sampling.presets[0]
  const spans = finishWork(makeTraffic({ ...plain, perSecond: 5 }))
  const historyOf = (state: SimulatorState, side: 'a' | 'b') => {
    const settings = settingsOf(follow(sampling, state).params, side)!
    return finishWork(makeHistory(spans, settings, { read: readYaml }, 60_000))
  }

  test('adjusted count: each side counts a kept trace as often as the problem does', () => {
    for (const chance of drawn) {
      const { question, asks, simulator } = kindOf('adjusted-count').draw(chance)
      const stored = [...question.matchAll(/^- (\d+) spans/gm)].map((match) => Number(match[1]))
      const counts = (['a', 'b'] as const).map((side) =>
        Math.max(...historyOf(simulator, side).adjustedCounts!),
      )
      const sum = stored.reduce((total, count, place) => total + count * counts[place]!, 0)
      // Of few traces a rare share may keep none.
      if (counts.every((count) => count > 0)) expect(sum / numberOf(asks)).toBeCloseTo(1, 3)
    }
  })

  test('threshold: the simulator keeps the traces whose randomness is not below it', () => {
    for (const chance of drawn) {
      const { question, asks, simulator } = kindOf('sampling-threshold').draw(chance)
      const th = /th:([0-9a-f]+)/.exec(question)?.[1] ?? textOf(asks)
      const parsed = parseThreshold(th)
      if (!parsed.ok) throw new Error(parsed.message)
      const { adjustedCounts } = historyOf(simulator, 'a')
      const kept = Array.from(
        { length: spans.traffic.traceCount },
        (_, trace) => traceIdToRandomness(traceIdOf(spans.batch, trace))! >= parsed.threshold,
      )
      expect(Array.from(adjustedCounts!, (count) => count > 0)).toEqual(kept)
    }
  })

  test('traces kept: the configuration in the simulator’s editor decides the problem’s traces', () => {
    for (const chance of drawn) {
      const { asks, simulator } = kindOf('tail-sampling-keeps').draw(chance)
      if (asks.kind !== 'several') throw new Error('not several')
      const { yaml } = follow(sampling, simulator).params
      const decided = runProcessor(
        yaml,
        asks.options.map(({ text }) => readSceneTrace(text)),
      )
      expect(asks.options.map(({ isRight }) => isRight)).toEqual(
        decided.map(({ decision }) => decision === 'Sampled'),
      )
    }
  })

  test('policy credited: the configuration in the simulator’s editor credits the same', () => {
    for (const chance of drawn) {
      const { question, asks, simulator } = kindOf('policy-credit').draw(chance)
      const { yaml } = follow(sampling, simulator).params
      const [decided] = runProcessor(yaml, [readSceneTrace(question.split('```')[2]!)])
      expect(rightOf(asks)).toEqual([
        decided!.policy ? `\`${decided!.policy}\`` : 'None: the trace is not kept',
      ])
    }
  })
})

test('start of a Collector: the simulator starts, or stops with the same error at the same line', () => {
  const traffic = finishWork(createFleetTraffic(pipelineShape.presets[0].params))
  for (const chance of drawn) {
    const { asks, simulator } = kindOf('pipeline-start').draw(chance)
    const { params } = follow(pipelineShape, simulator)
    // The first picture of the run that the simulator makes.
    const { stage, diagnoses } = new PipelineRun(params, traffic, validateCollectorConfig(params.yaml)).view()
    const fault = diagnoses.find(({ severity }) => severity === 'error')
    expect(stage === 'running').toBe(fault === undefined)
    if (asks.kind === 'text') expect(textOf(asks)).toBe(String(fault?.line))
    else expect(rightOf(asks)).toEqual([fault ? `It stops: \`${fault.message}\`` : 'It starts'])
  }
})

test('critical path: the explorer draws the problem’s trace, and waits as long for each span', () => {
  for (const chance of drawn) {
    const problem = kindOf('critical-path').draw(chance)
    const { stage, staged } = open(traceExplorer, problem)
    expect(stage).toBe('path')
    const { rows } = staged.trace!
    expect(rows.map(({ span: { name, startMs, endMs } }) => [name, startMs, endMs]).sort()).toEqual(
      problem.trace!.map(({ name, start, end }) => [name, start, end]).sort(),
    )
    if (problem.asks.kind === 'number') {
      const [, asked] = /own work of `(.*?)`, on/.exec(problem.question)!
      expect(rows.find(({ span }) => span.name === asked)!.pathMs).toBe(numberOf(problem.asks))
    } else expect(rightOf(problem.asks)).toEqual([`\`${rows[staged.culprit]!.span.name}\``])
  }
})

test('span status: the explorer’s span has the status, and its attributes are those of the story', () => {
  for (const chance of drawn) {
    const problem = kindOf('span-status').draw(chance)
    const { stage, staged } = open(traceExplorer, problem)
    expect(stage).toBe('trace')
    const { span } = staged.trace!.rows.at(-1)!
    expect(rightOf(problem.asks)[0]!.toUpperCase()).toBe(span.status)
    expect(problem.question).toContain(`HTTP ${span.kind} span`)
    const code = span.attributes['http.response.status_code']
    expect(/has the code (\d+)/.exec(problem.question)?.[1]).toBe(code === undefined ? code : String(code))
    expect(staged.steps.at(-1)!.status.toUpperCase()).toBe(span.status)
  }
})

test('place of an attribute: what the simulator shows speaks for it', () => {
  const seen = new Set<string>()
  for (const chance of drawn) {
    const problem = kindOf('attribute-place').draw(chance)
    const [right] = rightOf(problem.asks)
    if (seen.has(right!)) continue
    seen.add(right!)
    switch (right) {
      case 'On the resource': {
        const { answer } = open(resourceSlicer, problem)
        expect(answer.ok && answer.slices.length).toBeGreaterThan(1)
        break
      }
      // On the metric it runs into the limit.
      case 'On the span':
        expect(open(cardinality, problem).inOverflow).toBeGreaterThan(1000)
        break
      case 'On the metric, as an attribute of its points':
        expect(open(cardinality, problem)).toMatchObject({ inOverflow: 0 })
        break
      case 'On a log record': {
        const { stage, staged } = open(traceExplorer, problem)
        expect([stage, staged.log!.record.severityText]).toEqual(['log', 'ERROR'])
        break
      }
      default: {
        const { hops, reached } = open(propagation, problem)
        expect(hops[reached]).toMatchObject({ station: 'checkout', baggage: [{ value: 'one-page' }] })
      }
    }
  }
  expect(seen.size).toBe(5)
})
