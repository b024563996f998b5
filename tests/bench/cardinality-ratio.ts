import { cardinalityComparisons } from './support/cardinality-work'
import { compare, describeResult } from './support/compare'

// Run by `npx tsx tests/bench/cardinality-ratio.ts`.
for (const comparison of cardinalityComparisons) console.log(describeResult(compare(comparison, 21)))
