import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { placeFromLesson } from '@/components/simulators/place-from-lesson'
import type { SimulatorProps } from '@/components/simulators/simulator-props'
import { cardinality } from '@/lib/simulators/cardinality'
import { pipelineShape } from '@/lib/simulators/collector-pipeline/shape'
import { conventionsTranslator } from '@/lib/simulators/conventions-translator'
import { incidentDrill } from '@/lib/simulators/incident-drill'
import { propagation } from '@/lib/simulators/propagation'
import { resourceSlicer } from '@/lib/simulators/resource-slicer'
import { createSampling } from '@/lib/simulators/sampling'
import { readYaml } from '@/lib/simulators/sampling/read-yaml'
import { traceExplorer } from '@/lib/simulators/trace-explorer'
import { cardsOf, lessons } from './support/library'

/** Where each simulator would begin, by the name that a lesson calls it. */
const places = {
  PropagationSimulator: (use: SimulatorProps) => placeFromLesson(propagation, use),
  CardinalitySimulator: (use: SimulatorProps) => placeFromLesson(cardinality, use),
  SamplingSimulator: (use: SimulatorProps) => placeFromLesson(createSampling({ read: readYaml }), use),
  CollectorPipelineSimulator: (use: SimulatorProps) => placeFromLesson(pipelineShape, use),
  ConventionsTranslatorSimulator: (use: SimulatorProps) => placeFromLesson(conventionsTranslator, use),
  ResourceSlicerSimulator: (use: SimulatorProps) => placeFromLesson(resourceSlicer, use),
  TraceExplorerSimulator: (use: SimulatorProps) => placeFromLesson(traceExplorer, use),
  IncidentDrillSimulator: (use: SimulatorProps) => placeFromLesson(incidentDrill, use),
}

interface Use {
  name: string
  preset: string | undefined
  state: Record<string, string> | undefined
}

/** The simulators of a lesson with what they are given; a flow mapping of YAML is near enough to an object literal. */
function listUses(lesson: string): Use[] {
  return [...lesson.matchAll(/<(\w+Simulator)\b([^>]*)\/>/g)].map(([, name, attributes]) => ({
    name: name!,
    preset: attributes!.match(/preset="([^"]*)"/)?.[1],
    state: parse(attributes!.match(/state=\{(\{[^}]*\})\}/)?.[1] ?? 'null') ?? undefined,
  }))
}

/** `trace-explorer`, as a card names it, is `TraceExplorerSimulator` in a lesson. */
const componentOf = (name: string): string =>
  `${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Simulator`

describe.each(lessons)('the simulators in $slug', (files) => {
  const { lesson } = files

  test('that its cards open begin at a place that there is', () => {
    const faults = cardsOf(files).flatMap(({ card, line }) => {
      if (!card.simulator) return []
      const { name, state } = card.simulator
      const placeOf = places[componentOf(name) as keyof typeof places]
      if (!placeOf) return [`${files.cardsPath}:${line} ${name} is no simulator`]
      try {
        placeOf({ state: state as SimulatorProps['state'] })
        return []
      } catch (error) {
        return [`${files.cardsPath}:${line} ${(error as Error).message}`]
      }
    })
    expect(faults).toEqual([])
  })

  test('begin at a place that there is', () => {
    for (const { name, preset, state } of listUses(lesson)) {
      expect(places).toHaveProperty(name)
      const place = places[name as keyof typeof places]({ preset, state })
      expect(place.notes).toEqual([])
    }
  })
})

test('a place that there is not is refused', () => {
  const [use] = listUses(`<PropagationSimulator preset="proxy" state={{ proxy: 'eats' }} />`)
  expect(use).toEqual({ name: 'PropagationSimulator', preset: 'proxy', state: { proxy: 'eats' } })
  expect(() => placeFromLesson(propagation, use!)).toThrow('“proxy” cannot be “eats” here')
})
