import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adjustedCount,
  createRandom,
  eightSpans,
  FixedTraffic,
  probabilityToThreshold,
  splitThreshold,
} from '@/lib/engine'

const population = 40_000
const batch = new FixedTraffic(eightSpans, { random: createRandom(99) }).refill(population)

function thresholdOf(probability: number): bigint {
  const parsed = probabilityToThreshold(probability)
  if (!parsed.ok) throw new Error(`No threshold for ${probability}`)
  return parsed.threshold
}

/** Traces of the batch whose randomness reaches a threshold: R is the last 56 bits of the trace id. */
function keptAt(threshold: bigint): Set<number> {
  const { high, low } = splitThreshold(threshold)
  const kept = new Set<number>()
  for (let trace = 0; trace < population; trace += 1) {
    const top = batch.traceIds[4 * trace + 2]! & 0xffffff
    if (top > high || (top === high && batch.traceIds[4 * trace + 3]! >= low)) kept.add(trace)
  }
  return kept
}

const probability = fc.double({ min: 0.01, max: 1, noNaN: true })

describe('traffic sampled by consistent probability', () => {
  test('keeps at a lower probability only what it keeps at a higher one', () => {
    fc.assert(
      fc.property(probability, probability, (one, other) => {
        const lower = keptAt(thresholdOf(Math.min(one, other)))
        const higher = keptAt(thresholdOf(Math.max(one, other)))
        expect([...lower].every((trace) => higher.has(trace))).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('adds up: the adjusted counts of what is kept come to the number of traces, within five deviations', () => {
    fc.assert(
      fc.property(probability, (share) => {
        const threshold = thresholdOf(share)
        const estimate = keptAt(threshold).size * adjustedCount(threshold)
        const deviation = Math.sqrt((population * (1 - share)) / share)
        expect(Math.abs(estimate - population)).toBeLessThanOrEqual(5 * deviation + 1e-6)
      }),
      { numRuns: 50 },
    )
  })
})
