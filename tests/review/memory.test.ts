import fc from 'fast-check'
import { createEmptyCard, fsrs, generatorParameters } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { addDays, type LocalDay } from '@/lib/review/day'
import { grades } from '@/lib/review/grade'
import { boundWeights, memoryUnder, standardWeights } from '@/lib/review/memory'
import { defaultPlan } from '@/lib/review/plan'
import { grade, preview, retrievability } from '@/lib/review/schedule'
import { weightsInput } from '@/lib/review/settings'
import { anyWeights } from './any-weights'

const start = '2026-06-01' as LocalDay
const noon = Date.parse('2026-06-01T12:00:00Z')
const answers = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 200 }), given: fc.constantFrom(...grades) }),
  {
    minLength: 1,
    maxLength: 12,
  },
)

test('the memory under any weights is that of ts-fsrs under the same', () => {
  fc.assert(
    fc.property(anyWeights, answers, (weights, given) => {
      const reference = fsrs(
        generatorParameters({
          w: weights,
          enable_fuzz: false,
          enable_short_term: true,
          learning_steps: [],
          relearning_steps: [],
          maximum_interval: 36_500,
        }),
      )
      let card = createEmptyCard(new Date(noon))
      let memory = null
      let days = 0
      for (const { gap, given: each } of given) {
        days += memory ? gap : 0
        card = reference.next(card, new Date(noon + days * 86_400_000), each).card
        memory = memoryUnder(weights).next(memory, gap, each)
        // ts-fsrs rounds to eight places at each step.
        expect(memory.stability / card.stability).toBeCloseTo(1, 4)
        expect(memory.difficulty).toBeCloseTo(card.difficulty, 4)
      }
    }),
    { numRuns: 300, seed: 54 },
  )
})

test('under any weights a card falls due when recall has fallen to what is wanted, and not before', () => {
  fc.assert(
    fc.property(anyWeights, fc.constantFrom(0.8, 0.9, 0.95), (weights, retention) => {
      const plan = { ...defaultPlan, retention, weights, maximumInterval: 3650 }
      const state = grade(null, { grade: 4, at: noon, day: start }, { cardId: 'a', plan })
      const days = memoryUnder(weights).modifier(retention) * state.stability
      expect(memoryUnder(weights).recall(days, state.stability)).toBeCloseTo(retention, 5)
      expect(retrievability(state, addDays(start, Math.floor(days)), plan)).toBeGreaterThanOrEqual(
        retention - 1e-6,
      )
    }),
    { numRuns: 300, seed: 54 },
  )
})

test('under any weights the buttons keep their order', () => {
  fc.assert(
    fc.property(anyWeights, answers, (weights, given) => {
      const placing = { cardId: 'a', plan: { ...defaultPlan, weights } }
      let state = null
      let day = start
      for (const { gap, given: each } of given) {
        day = addDays(day, gap)
        const promised = preview(state, { at: noon, day }, placing)
        const days = grades.map((button) => promised[button].days)
        expect(days).toEqual(days.toSorted((a, b) => a - b))
        state = grade(state, { grade: each, at: noon, day }, placing)
      }
    }),
    { numRuns: 300, seed: 54 },
  )
})

test('a plan takes the weights that were bounded for it, and no others', () => {
  fc.assert(
    fc.property(anyWeights, fc.nat(20), (weights, place) => {
      expect(boundWeights(weights)).toEqual(weights)
      expect(weightsInput.safeParse(weights).success).toBe(true)
      expect(weightsInput.safeParse(weights.with(place, -5)).success).toBe(false)
      expect(weightsInput.safeParse(weights.slice(0, place)).success).toBe(false)
    }),
    { numRuns: 200, seed: 54 },
  )
  expect(boundWeights(standardWeights)).toEqual(standardWeights)
  expect(boundWeights(standardWeights.with(3, Number.NaN))).toBeNull()
})

test('weights that were read twice make the same memory', () => {
  fc.assert(
    fc.property(anyWeights, answers, (weights, given) => {
      const again = JSON.parse(JSON.stringify(weights))
      const play = (under: typeof weights) =>
        given.reduce<ReturnType<typeof grade> | null>(
          (state, { gap, given: each }) =>
            grade(
              state,
              { grade: each, at: noon, day: addDays(state?.lastDay ?? start, gap) },
              { cardId: 'a', plan: { ...defaultPlan, weights: under } },
            ),
          null,
        )
      expect(play(again)).toEqual(play(weights))
    }),
    { numRuns: 200, seed: 54 },
  )
})
