import { describe, expect, test } from 'vitest'
import { listFences } from '@/lib/content/lesson-source'
import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { countChurnedSeries } from '@/lib/engine/metrics/churn'
import { countPrometheusSeries } from '@/lib/engine/metrics/prometheus'
import { lessons } from './support/library'

const { lesson } = lessons.find((files) => files.slug === 'resources-and-semantic-conventions')!
const number = (text: string): number => Number(text.replaceAll(',', ''))
const written = (value: number): string => value.toLocaleString('en-GB')

/** What a reader of a cumulative counter adds up: a fall is a restart from zero. */
const increase = (values: readonly number[]): number =>
  values
    .slice(1)
    .reduce((sum, value, index) => sum + (value < values[index]! ? value : value - values[index]!), 0)

test('a counter that two copies share rises by what the table says', () => {
  const values = [...lesson.matchAll(/^\| (?:first|second) copy \| ([\d,]+) \|/gm)].map(([, value]) =>
    number(value!),
  )
  expect(values).toHaveLength(4)
  expect(lesson).toContain(`**${written(increase(values))}**`)
  const truth = values[2]! - values[0]! + (values[3]! - values[1]!)
  expect(lesson).toContain(`In truth, ${truth} charges happened`)
  expect(increase(values) / truth).toBeCloseTo(101, 0)
})

describe('series', () => {
  const perInstance = countPrometheusSeries('histogram', 5 * 6 * 20, 14)

  test('a day of deployments every four hours sees six generations', () => {
    const day = countChurnedSeries({
      pods: 12,
      seriesPerPod: perInstance,
      replaceEveryHours: 4,
      windowHours: 24,
    })
    expect(lesson).toContain(`${written(12 * perInstance)} × 6 = **${written(day)}** series`)
  })

  test('both histograms together make 21,000', () => {
    const old = countPrometheusSeries('histogram', 5 * 6 * 20, 15)
    expect(lesson).toContain(
      `${written(perInstance)} + ${written(old)} = **${written(perInstance + old)}** series`,
    )
  })
})

describe('the machine that was not slow', () => {
  const rows = [...lesson.matchAll(/^\| `([\w-]+)` \| ([\d,]+) \| ([\d,]+) \| ([\d.]+) % \|$/gm)].map(
    ([, name, charges, slow, share]) => ({
      name: name!,
      charges: number(charges!),
      slow: number(slow!),
      share: share!,
    }),
  )
  const hosts = rows.filter(({ name }) => name.startsWith('gw-'))
  const pods = rows.filter(({ name }) => name.startsWith('payment-'))

  test('the shares are those of the counts', () => {
    for (const { name, charges, slow, share } of rows)
      expect(((slow / charges) * 100).toFixed(1), name).toBe(share)
  })

  test('hosts and pods are two cuts through the same charges', () => {
    for (const cut of [hosts, pods]) {
      expect(cut.reduce((sum, { charges }) => sum + charges, 0)).toBe(24_000)
      expect(cut.reduce((sum, { slow }) => sum + slow, 0)).toBe(5460)
    }
  })
})

test('the configuration of the agent is one that a Collector starts with', () => {
  const config = listFences(lesson).find(({ meta }) => meta === 'collector')!
  expect(validateCollectorConfig(config.code)).toMatchObject({ stage: 'running', diagnoses: [] })
})
