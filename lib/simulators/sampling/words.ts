import type { RoutingName, StrategyName } from './params'

/** What the ways to choose are called. */
export const strategyWords: Readonly<Record<StrategyName, string>> = {
  head: 'Head, by trace id',
  consistent: 'Head, consistent probability',
  rules: 'Head, by rules',
  rate: 'Head, rate limited',
  tail: 'Tail sampling',
  yaml: 'Tail sampling, your YAML',
}

/** How spans find their Collector. */
export const routingWords: Readonly<Record<RoutingName, string>> = {
  any: 'to any Collector',
  service: 'by service name',
  'trace-id': 'by trace id',
}

/** A share of 0..1 as a percentage: two digits below 10 %. */
export function percent(share: number): string {
  const value = share * 100
  return `${value.toFixed(value > 0 && value < 10 ? 1 : 0)} %`
}

const names = ['B', 'kB', 'MB', 'GB'] as const

/** Bytes in steps of a thousand. */
export function byteWords(bytes: number): string {
  let step = 0
  let value = bytes
  for (; value >= 1000 && step < names.length - 1; step += 1) value /= 1000
  return `${value.toFixed(step > 0 && value < 100 ? 1 : 0)} ${names[step]}`
}
