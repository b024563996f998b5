import type { Run, SimulatorShape } from '../simulator'
import { runMs, type SamplingMaterial } from './material'
import { type SamplingParams, samplingParams } from './params'
import { samplingPresets } from './presets'
import { type SamplingView, watchRun } from './view'

/** The shop's time goes four times as fast as the simulator's. */
export const pace = 4
/** A press of Step, in milliseconds of the shop's time. */
const stepMs = 2000

/** A run of which everything that takes long has been made, advanced to a moment (simulated milliseconds). */
export function startSampling(
  params: SamplingParams,
  material: SamplingMaterial,
  elapsedMs = 0,
): Run<SamplingView> {
  const viewAt = watchRun(params, material)
  let nowMs = elapsedMs
  return {
    advance(ms) {
      nowMs += ms
    },
    // Many small steps do not quite add up, and Collectors decide at whole seconds: the last must not be missed.
    view: () => viewAt(Math.round(nowMs * pace * 1e6) / 1e6),
  }
}

/** The simulator without what makes its runs. */
export const samplingShape: SimulatorShape<SamplingParams, SamplingView> = {
  name: 'sampling',
  params: samplingParams,
  presets: samplingPresets,
  stepMs: stepMs / pace,
  lastsMs: runMs / pace,
}
