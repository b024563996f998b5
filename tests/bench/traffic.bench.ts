import { bench, describe } from 'vitest'
import { compare, describeResult } from './support/compare'
import { fixedSpans, realisticSpans, trafficComparisons } from './support/traffic-work'

/** Spans a second over short rounds, by processor time: median, and 5th to 95th percentile. */
function rate(name: string, work: () => number): string {
  for (let round = 0; round < 50; round += 1) work()
  const rates = Array.from({ length: 61 }, () => {
    const before = process.cpuUsage()
    let spans = 0
    for (let time = 0; time < 10; time += 1) spans += work()
    const { user, system } = process.cpuUsage(before)
    return spans / (user + system)
  }).sort((a, b) => a - b)
  const at = (share: number) => rates[Math.round(share * 60)]!.toFixed(2)
  return `${name}: ${at(0.5)} M spans/s (${at(0.05)} to ${at(0.95)})`
}

console.log(rate('fast path, eight spans to a trace', fixedSpans))
console.log(rate('realistic path, in the order of arrival', realisticSpans))
for (const comparison of trafficComparisons) {
  console.log(describeResult(compare(comparison)))
  describe(comparison.name, () => {
    bench('OpenTelemetry JS', () => void comparison.baseline())
    bench('lib/engine', () => void comparison.candidate())
  })
}
