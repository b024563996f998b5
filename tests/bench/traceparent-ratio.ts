import { compare, describeResult } from './support/compare'
import { samplerComparisons, traceContextComparisons } from './support/trace-context-work'

// Run by `npx tsx tests/bench/traceparent-ratio.ts`.
for (const comparison of [...traceContextComparisons, ...samplerComparisons])
  console.log(describeResult(compare(comparison)))
