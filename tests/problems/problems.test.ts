import fc from 'fast-check'
import { micromark } from 'micromark'
import { describe, expect, test } from 'vitest'
import { catalogue } from '@/lib/problems/catalogue'
import { canBeJudged, judge, nothingGiven, rightAnswer } from '@/lib/problems/judge'
import type { Asks, Problem } from '@/lib/problems/problem'
import { checkCardNames } from '../content/support/names'
import { readKnownNames } from '../content/support/semconv'
import { chances, kinds } from './every-kind'

const anyChance = fc.nat(0xffffffff)
const known = readKnownNames()

/** The answer that the problem itself holds to be right, as a learner would give it. */
function rightly(asks: Asks) {
  if (asks.kind === 'number' || asks.kind === 'text') return { text: String(asks.right), picked: [] }
  return { text: '', picked: asks.options.flatMap(({ isRight }, place) => (isRight ? [place] : [])) }
}

function textsOf({ question, steps, asks }: Problem): string[] {
  if (asks.kind === 'number' || asks.kind === 'text') {
    const shown = asks.kind === 'number' ? asks.unit : asks.form
    return [question, steps, shown, rightAnswer(asks)!, ...asks.mistakes.map(({ why }) => why)]
  }
  return [question, steps, ...asks.options.flatMap(({ text, feedback }) => [text, feedback])]
}

describe.each(kinds)('a problem of the kind $name', ({ name, draw }) => {
  const params = Object.entries(catalogue[name].params.shape).flatMap(([key, schema]) => {
    const values = (schema as unknown as { def: { innerType: { options: string[] } } }).def.innerType.options
    return values.map((value) => ({ [key]: value }))
  })

  test('is the same for the same seed', () => {
    for (const chance of chances(50)) expect(draw(chance)).toEqual(draw(chance))
  })

  test('takes the answer that it holds to be right, and no other option', () => {
    fc.assert(
      fc.property(anyChance, (chance) => {
        const { asks } = draw(chance)
        expect(canBeJudged(asks, rightly(asks))).toBe(true)
        expect(judge(asks, rightly(asks))).toEqual({ isRight: true, reason: null })
        expect(canBeJudged(asks, nothingGiven)).toBe(false)
        expect(judge(asks, nothingGiven).isRight).toBe(false)
        if (asks.kind === 'number' || asks.kind === 'text') {
          // Of two mistakes with one answer the first gives the reason.
          for (const { answer } of asks.mistakes) {
            const verdict = judge(asks, { text: String(answer), picked: [] })
            expect(verdict, String(answer)).toEqual({ isRight: false, reason: expect.any(String) })
          }
          return
        }
        const right = asks.options.filter(({ isRight }) => isRight).length
        if (asks.kind === 'one') expect(right).toBe(1)
        expect(right).toBeGreaterThan(0)
        expect(right).toBeLessThan(asks.options.length)
        expect(new Set(asks.options.map(({ text }) => text)).size).toBe(asks.options.length)
      }),
      { numRuns: 200 },
    )
  })

  test('says all that it has to say, in Markdown that can be shown', () => {
    fc.assert(
      fc.property(anyChance, (chance) => {
        for (const text of textsOf(draw(chance))) {
          expect(text.trim()).not.toBe('')
          expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|null/)
          expect(micromark(text)).not.toMatch(/\*\*/)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('uses names of today', () => {
    for (const chance of chances(60))
      expect(textsOf(draw(chance)).flatMap((text) => checkCardNames(text, known))).toEqual([])
  })

  test('is not always answered alike', () => {
    const answers = new Map<string, number>()
    const questions = new Set<string>()
    const drawn = chances(400)
    for (const chance of drawn) {
      const { asks, question, trace } = draw(chance)
      questions.add(question + JSON.stringify(trace))
      const { text, picked } = rightly(asks)
      const answer = 'options' in asks ? picked.map((place) => asks.options[place]!.text).join() : text
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    expect(answers.size).toBeGreaterThan(2)
    expect(Math.max(...answers.values()) / drawn.length).toBeLessThan(0.6)
    expect(questions.size).toBeGreaterThan(40)
  })

  test.each([{}, ...params])('can be drawn with %j', (given) => {
    for (const chance of chances(30)) expect(draw(chance, given).question).not.toBe('')
  })
})
