import { expect, test } from 'vitest'
import { type Diagnosis, parseTailSampling, validateCollectorConfig } from '@/lib/engine'
import { goodConfig, goodTailSamplings } from '../support/good-configs'
import { mutatedConfigs } from '../support/mutated-configs'

const longestMs = 100

/** Time of the processor, not of the clock: how busy the machine is with others must not count. */
function timeMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The time of the quickest of up to three goes: the collector of garbage may fall into any one. */
function quickest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let go = 0; go < 3 && best > longestMs; go += 1) best = Math.min(best, timeMs(work))
  return best
}

function expectPlaces(diagnoses: readonly Diagnosis[], text: string): void {
  const lines = text.split(/\r\n|[\n\r]/)
  for (const { message, line, column } of diagnoses) {
    expect(message).not.toBe('')
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines.length + 1)
    expect(column).toBeGreaterThanOrEqual(1)
  }
}

test('the good configurations are good', () => {
  expect(validateCollectorConfig(goodConfig)).toMatchObject({ stage: 'running', diagnoses: [] })
  for (const text of goodTailSamplings) expect(parseTailSampling(text).diagnoses).toEqual([])
})

test('5,000 damaged Collector configurations are answered at once, and with a diagnosis where they do not run', () => {
  let refused = 0
  for (const text of mutatedConfigs([goodConfig], 5000, 21)) {
    const ms = quickest(() => {
      const { stage, diagnoses, graph } = validateCollectorConfig(text)
      const errors = diagnoses.filter(({ severity }) => severity === 'error')
      if (stage === 'running' ? errors.length > 0 || graph === null : errors.length === 0) {
        throw new Error(`stage ${stage} with ${errors.length} errors: ${JSON.stringify(text)}`)
      }
      if (errors.length > 0) refused += 1
      expectPlaces(diagnoses, text)
    })
    if (ms > longestMs) throw new Error(`${ms.toFixed(0)} ms for ${JSON.stringify(text)}`)
  }
  expect(refused).toBeGreaterThan(3000)
}, 120_000)

test('5,000 damaged tail_sampling settings are answered at once, and build policies or say why not', () => {
  let refused = 0
  for (const text of mutatedConfigs(goodTailSamplings, 5000, 22)) {
    const ms = quickest(() => {
      const { diagnoses, settings, compiled } = parseTailSampling(text)
      const errors = diagnoses.filter(({ severity }) => severity === 'error')
      if ((errors.length === 0) !== (compiled !== null && settings !== null)) {
        throw new Error(
          `${errors.length} errors, policies ${compiled === null ? 'not ' : ''}built: ${JSON.stringify(text)}`,
        )
      }
      if (errors.length > 0) refused += 1
      expectPlaces(diagnoses, text)
    })
    if (ms > longestMs) throw new Error(`${ms.toFixed(0)} ms for ${JSON.stringify(text)}`)
  }
  expect(refused).toBeGreaterThan(3000)
}, 120_000)
