import { describe, expect, test } from 'vitest'
import { addedTo, humps, meanOf, readings } from '@/components/figures/misread-numbers'
import { counterIncrease } from '@/lib/engine/metrics/counter-increase'
import { lessons } from './support/library'

const { lesson } = lessons.find(({ slug }) => slug === 'mistakes-in-production')!
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const says = (text: string) => expect(lesson).toContain(text)

describe('the numbers of the lesson on mistakes', () => {
  test('the counter grows as the engine counts it, and as the example prints', () => {
    expect(sum(addedTo(readings))).toBe(counterIncrease(readings))
    says(`increase: ${counterIncrease(readings)}`)
    says(`last minus first: ${readings.at(-1)! - readings[0]}`)
  })

  test('the mean lies where nobody is, and falls by nine percent when the fast get faster', () => {
    const before = meanOf(humps)
    const after = meanOf([{ ...humps[0], ms: 60 }, humps[1]])
    says(`The mean is right`)
    expect(before).toBe(200)
    expect(Math.round(after)).toBe(181)
    expect(Math.round((1 - after / before) * 100)).toBe(9)
    says('the mean falls to 181 milliseconds: nine percent better')
    for (const { ms, count } of humps) says((ms * count).toLocaleString('en'))
  })

  test('five failures leave no trace with a probability of 59 %', () => {
    says(`${Math.round(0.9 ** 5 * 100)} %`)
  })

  test('two copies under one name grow by 5,420 where 120 were served', () => {
    const mixed = counterIncrease([5000, 300, 5060, 360])
    says(mixed.toLocaleString('en'))
    says(`${5060 - 5000 + (360 - 300)} requests were served`)
  })

  test('calls, failing calls and attempts for each order add up', () => {
    const calls = 1000 + 90 + 10
    says(
      `${calls.toLocaleString('en')} calls, of which ${90 + 10} failed: ${((100 / calls) * 100).toFixed(1)} %`,
    )
    says(`here ${calls / 1000}`)
  })

  test('the board: 36 of 72,000 and 2 of 7,200', () => {
    says(`${((36 / 72_000) * 100).toFixed(2)} %`)
    says(`${((2 / 7_200) * 100).toFixed(2)} %`)
  })
})
