import { bench, describe } from 'vitest'
import { compare, describeResult } from './support/compare'
import { assertEqualDecisions, tailSamplingComparisons } from './support/tail-sampling-work'

// The figures to reach, by the interleaved ratio: generate and decide eight-span traces at least 20 times as fast as
// the OpenTelemetry JS SDK makes the same spans for a processor that does nothing, and at least 20 times as fast as
// plain objects with equal decisions; the realistic path at least 15 times as fast as the SDK.
//
// What the SDK does more for a span, and we do not: it draws ids as hex strings, samples the span by itself, makes a
// context and a span context, checks and copies every attribute one by one under limits, converts times to pairs of
// seconds and nanoseconds, calls its processors at start and end, and keeps events, links and a resource reference, so
// that any code may go on writing to the span. It decides nothing about a trace. We draw ids and times into typed
// arrays, keep attributes as codes, and decide.
const { tracesKept, spansReplayed } = assertEqualDecisions()
console.log(`decisions are equal: ${tracesKept} of 2000 traces kept; ${spansReplayed} spans replayed alike`)

for (const comparison of tailSamplingComparisons()) {
  console.log(describeResult(compare(comparison, 31)))
  describe(`${comparison.name}, ${comparison.size} spans`, () => {
    bench('baseline', () => void comparison.baseline())
    bench('lib/engine', () => void comparison.candidate())
  })
}
