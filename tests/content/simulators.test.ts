import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { placeFromLesson } from '@/components/simulators/place-from-lesson'
import { propagation } from '@/lib/simulators/propagation'
import { lessons } from './support/library'

const models = { PropagationSimulator: propagation }

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

describe.each(lessons)('the simulators in $slug', ({ lesson }) => {
  test('begin at a place that there is', () => {
    for (const { name, preset, state } of listUses(lesson)) {
      expect(models).toHaveProperty(name)
      const place = placeFromLesson(models[name as keyof typeof models], { preset, state })
      expect(place.notes).toEqual([])
    }
  })
})

test('a place that there is not is refused', () => {
  const [use] = listUses(`<PropagationSimulator preset="proxy" state={{ proxy: 'eats' }} />`)
  expect(use).toEqual({ name: 'PropagationSimulator', preset: 'proxy', state: { proxy: 'eats' } })
  expect(() => placeFromLesson(propagation, use!)).toThrow('“proxy” cannot be “eats” here')
})
