import { compare, describeResult } from './support/compare'
import { assertEqualDecisions, tailSamplingComparisons } from './support/tail-sampling-work'

// Run by `npx tsx tests/bench/tail-sampling-ratio.ts`.
const { tracesKept, spansReplayed } = assertEqualDecisions()
console.log(`decisions are equal: ${tracesKept} of 2000 traces kept; ${spansReplayed} spans replayed alike`)
for (const comparison of tailSamplingComparisons()) console.log(describeResult(compare(comparison)))
