import { type SamplingParams, samplingParams } from './sampling/params'
import { samplingPresets } from './sampling/presets'
import type { YamlReader } from './sampling/strategy'
import { createRunMaker, runMs, type SamplingView } from './sampling/view'
import type { Simulator } from './simulator'

/** The shop's time goes four times as fast as the simulator's. */
export const pace = 4
/** A press of Step, in milliseconds of the shop's time. */
const stepMs = 2000

/**
 * Forty seconds of a shop's traffic, sampled in one way or two: which traces are kept, which wait, which are lost, and
 * what can be said of the shop from what is left.
 */
export function createSampling(reader: YamlReader): Simulator<SamplingParams, SamplingView> {
  const makeRun = createRunMaker(reader)
  return {
    name: 'sampling',
    params: samplingParams,
    presets: samplingPresets,
    stepMs: stepMs / pace,
    lastsMs: runMs / pace,
    start(params) {
      const viewAt = makeRun(params)
      let elapsedMs = 0
      return {
        advance(ms) {
          elapsedMs += ms
        },
        view: () => viewAt(elapsedMs * pace),
      }
    },
  }
}
