import { expect, test } from 'vitest'
import { type CostAssumptions, costOf } from '@/lib/simulators/cardinality/cost'

const calm: CostAssumptions = {
  instances: 5,
  instrument: 'counter',
  bytesPerSeries: 1000,
  pricePerThousand: 10,
  replaceEveryHours: 0,
  windowHours: 24,
}

test('the lesson’s numbers: 600 sets are 10,200 series of a classic histogram, 122,400 in twelve instances', () => {
  expect(costOf(600, { ...calm, instrument: 'histogram', instances: 1 }).active).toBe(10_200)
  expect(costOf(600, { ...calm, instrument: 'histogram', instances: 12 }).active).toBe(122_400)
  expect(costOf(600, { ...calm, instrument: 'exponential', instances: 12 }).active).toBe(7200)
})

test('memory and money follow the series in the window', () => {
  expect(costOf(100, calm)).toEqual({
    perSet: 1,
    active: 500,
    generations: 1,
    inWindow: 500,
    memoryBytes: 500_000,
    moneyPerMonth: 5,
  })
  expect(costOf(100, { ...calm, replaceEveryHours: 1 })).toMatchObject({
    active: 500,
    generations: 24,
    inWindow: 12_000,
    moneyPerMonth: 120,
  })
})
