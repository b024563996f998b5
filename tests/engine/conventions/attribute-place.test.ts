import { expect, test } from 'vitest'
import { type AttributeFacts, placeAttribute, placementRules } from '@/lib/engine/conventions/attribute-place'

const cases: [string, AttributeFacts, string][] = [
  ['the name of a service', { of: 'producer', values: 'few', use: 'break-down' }, 'resource'],
  [
    'the id of an instance, of which there are many',
    { of: 'producer', values: 'many', use: 'find' },
    'resource',
  ],
  ['a variant that a later service acts on', { of: 'operation', values: 'few', use: 'act' }, 'baggage'],
  ['a route by which a rate is charted', { of: 'operation', values: 'few', use: 'break-down' }, 'metric'],
  ['a user by which a rate is wanted', { of: 'operation', values: 'many', use: 'break-down' }, 'span'],
  [
    'a method by which single requests are looked for',
    { of: 'operation', values: 'few', use: 'find' },
    'span',
  ],
  ['the stack trace of an exception', { of: 'occurrence', values: 'many', use: 'find' }, 'log'],
]

test.each(cases)('%s belongs where the conventions put it', (_, facts, place) => {
  expect(placeAttribute(facts).place).toBe(place)
})

test('every rule says why, and where it comes from', () => {
  for (const { reason, source } of placementRules) {
    expect(reason).toMatch(/\.$/)
    expect(source).toMatch(/\.md/)
  }
})
