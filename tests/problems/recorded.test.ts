import { expect, test } from 'vitest'
import { fnv1a64 } from '@/lib/engine/hash'
import { catalogue } from '@/lib/problems/catalogue'
import type { Problem } from '@/lib/problems/problem'
import { chances, kinds } from './every-kind'
import recorded from './recorded.json'

/** What a problem asks and what is right: its names, numbers and code, and the answer. Its words may be bettered. */
function substanceOf({ question, trace, asks }: Problem) {
  const facts = question.match(/```[\s\S]*?```|`[^`]*`|\d+(?:\.\d+)?/g)
  const right = 'options' in asks ? asks.options.map(({ isRight }) => isRight) : asks.right
  return { facts, trace, right }
}

/** A number for what a kind's present version makes of some seeds. */
function fingerprint({ draw }: (typeof kinds)[number]): string {
  const made = JSON.stringify(chances(60).map((chance) => substanceOf(draw(chance))))
  return fnv1a64(new TextEncoder().encode(made)).toString(16)
}

const said = recorded as Record<string, string>

// A seed in the log stands for a problem that somebody was asked. Where this fails, the problems of old seeds have
// changed: give the kind a new version in lib/problems/catalogue.ts and record its fingerprint under that, or take the
// change back. A line of recorded.json is never changed.
test.each(kinds)('the seeds of $name mean what they meant', (kind) => {
  expect(fingerprint(kind)).toBe(said[`${kind.name}@${catalogue[kind.name].version}`])
})

test('of every version that there was, the fingerprint is recorded', () => {
  const versions = kinds.flatMap(({ name }) =>
    Array.from({ length: catalogue[name].version }, (_, before) => `${name}@${before + 1}`),
  )
  expect(Object.keys(said).sort()).toEqual(versions.sort())
})
