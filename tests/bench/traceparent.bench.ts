import { bench, describe } from 'vitest'
import { compare, describeResult } from './support/compare'
import { samplerComparisons, traceContextComparisons } from './support/trace-context-work'

// The figure to reach: extract at least 2 times OpenTelemetry JS's W3CTraceContextPropagator, by the interleaved
// ratio. vitest's own table runs one after the other, so a busy machine can favour either.
for (const comparison of [...traceContextComparisons, ...samplerComparisons]) {
  console.log(describeResult(compare(comparison)))
  describe(`${comparison.name}, ${comparison.size} at a time`, () => {
    bench('OpenTelemetry JS', () => void comparison.baseline())
    bench('lib/engine', () => void comparison.candidate())
  })
}
