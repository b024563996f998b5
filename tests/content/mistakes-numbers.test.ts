import { describe, expect, test } from 'vitest'
import { addedTo, humps, meanOf, mixedReports, readings } from '@/components/figures/misread-numbers'
import { counterIncrease } from '@/lib/engine/metrics/counter-increase'
import { type LimitRule, MetricStream } from '@/lib/engine/metrics/metric-stream'
import { streamsOf } from '@/lib/engine/metrics/view'
import { lessons } from './support/library'

const { lesson } = lessons.find(({ slug }) => slug === 'mistakes-in-production')!
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
const says = (text: string) => expect(lesson).toContain(text)
const number = (value: number) => value.toLocaleString('en')

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
    says('It falls to 181 milliseconds, nine percent better')
    for (const { ms, count } of humps) says((ms * count).toLocaleString('en'))
  })

  test('five failures leave no trace with a probability of 59 %', () => {
    says(`${Math.round(0.9 ** 5 * 100)} %`)
  })

  test('two copies under one name grow by 5,420 where 120 were served, 45 times as much', () => {
    const four = mixedReports.slice(0, 4)
    const mixed = counterIncrease(four)
    const served = counterIncrease([four[0]!, four[2]!]) + counterIncrease([four[1]!, four[3]!])
    expect(addedTo(four)).toEqual([300, 4760, 360])
    says(`300 + 4,760 + 360, which is ${mixed.toLocaleString('en')}`)
    says(`${served} requests were served`)
    says(`${Math.round(mixed / served)} times its usual traffic`)
  })

  test('a sum of counters falls when one copy starts anew, and the rest is taken for growth', () => {
    says(
      'the sum falls from 10,000 to 5,000, and the function takes the whole remaining 5,000 for new orders',
    )
    expect(counterIncrease([5000 + 5000, 5000 + 0])).toBe(5000)
    expect(counterIncrease([5000, 5000]) + counterIncrease([5000, 0])).toBe(0)
  })

  test('calls, failing calls and attempts for each order add up', () => {
    const calls = 1000 + 90 + 10
    says(
      `${calls.toLocaleString('en')} calls, of which ${90 + 10} failed: ${((100 / calls) * 100).toFixed(1)} %`,
    )
    says(`here ${calls / 1000}`)
  })

  test('the board: 36 of 72,000 and 2 of 7,200, and what should be equal and is not', () => {
    const [checkouts, failed, kept] = [72_000, 36, 2]
    says(`${((failed / checkouts) * 100).toFixed(2)} %`)
    says(`${((kept / (checkouts / 10)) * 100).toFixed(2)} %`)
    says(`| ${number(checkouts - failed)} and ${number(checkouts - failed)} | 0 |`)
    says(`| ${failed} and ${kept * 10} | ${failed - kept * 10} |`)
    // Twenty checkouts a second; the mails stopped after twelve of sixty minutes.
    const handed = checkouts - failed
    const taken = Math.round((handed * 12) / 60)
    expect(checkouts).toBe(20 * 3600)
    says(`| ${number(handed)} and ${number(taken)} | ${number(handed - taken)} |`)
    says(`not two hundred but ${number(handed - taken)}`)
  })

  test('two or fewer of 36 are kept about three times in ten', () => {
    const ways = [1, 36, (36 * 35) / 2]
    const chance = sum(ways.map((count, kept) => count * 0.1 ** kept * 0.9 ** (36 - kept)))
    expect(chance).toBeGreaterThan(0.25)
    expect(chance).toBeLessThan(0.35)
    says('two traces or fewer about three times in ten')
  })

  test('orders lose their route when the table of the SDK is full, and the total does not notice', () => {
    const { rows, totals } = ordersByThousand('specification')
    for (const [at, withRoute] of rows.entries()) {
      const orders = ((at + 1) * 1000).toLocaleString('en')
      says(`| ${orders} | ${withRoute.toLocaleString('en')} | ${totals[at]!.toLocaleString('en')} |`)
    }
  })

  test('the JavaScript SDK keeps all of them: it begins to count anew at each export', () => {
    says(
      'Run the same five thousand orders through it with an export after each thousand, and all keep their route',
    )
    expect(ordersByThousand('opentelemetry-js').rows).toEqual([1000, 1000, 1000, 1000, 1000])
  })
})

/** Five thousand orders, each of another customer, with a collection after each thousand. */
function ordersByThousand(limitRule: LimitRule): { rows: number[]; totals: number[] } {
  const [config] = streamsOf({ name: 'shop.orders', kind: 'counter' }, [])
  const stream = new MetricStream(config!, { limitRule })
  const [rows, totals]: [number[], number[]] = [[], []]
  for (let order = 1; order <= 5000; order += 1) {
    stream.record(1, { 'http.route': order % 2 ? '/checkout' : '/gift', 'user.id': `u${order}` })
    if (order % 1000 > 0) continue
    const points = stream.collect(order)
    rows.push(points.filter(({ attributes }) => 'http.route' in attributes).length - sum(rows))
    totals.push(sum(points.map(({ value }) => (value.kind === 'sum' ? value.value : Number.NaN))))
  }
  return { rows, totals }
}
