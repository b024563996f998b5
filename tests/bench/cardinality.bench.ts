import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { bench, describe } from 'vitest'
import { addToEngine, addToSdk, cardinalityComparisons, manySets } from './support/cardinality-work'
import { compare, describeResult } from './support/compare'

// The figures to reach: at least 15 times OpenTelemetry JS's first adds per second, by the interleaved ratio, and at
// most 64 bytes a series plus its strings.
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function bytesHeld<T>(make: () => T): { bytes: number; made: T } {
  const used = () => {
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const made = make()
  return { bytes: used() - before, made }
}

for (const count of [100_000, 150_000, 220_000, 300_000]) {
  const sets = manySets(count)
  const engine = bytesHeld(() => addToEngine(sets))
  const sdk = bytesHeld(() => addToSdk(sets))
  const each = (bytes: number) => (bytes / count).toFixed(1)
  console.log(
    `bytes a series, ${engine.made.seriesCount} series of four attributes: ${each(engine.made.byteLength)} by its own ` +
      `count, ${each(engine.bytes)} measured; OpenTelemetry JS ${each(sdk.bytes)} measured`,
  )
}

for (const comparison of cardinalityComparisons) {
  console.log(describeResult(compare(comparison, 21)))
  describe(comparison.name, () => {
    bench('OpenTelemetry JS', () => void comparison.baseline(), { time: 1000 })
    bench('lib/engine', () => void comparison.candidate(), { time: 1000 })
  })
}
