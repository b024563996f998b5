import { createMaterialMaker, MaterialMemory, runMs, type SamplingMaterial } from './sampling/material'
import { type SamplingParams, samplingParams } from './sampling/params'
import { samplingPresets } from './sampling/presets'
import type { YamlReader } from './sampling/strategy'
import { type SamplingView, watchRun } from './sampling/view'
import type { Run, Simulator } from './simulator'
import { finishWork, type Work } from './work'

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

/**
 * Forty seconds of a shop's traffic, sampled in one way or two: which traces are kept, which wait, which are lost, and
 * what can be said of the shop from what is left.
 */
export function createSampling(reader: YamlReader): Simulator<SamplingParams, SamplingView> {
  const make = createMaterialMaker(reader)
  const memory = new MaterialMemory()

  function* prepare(params: SamplingParams, elapsedMs: number): Work<Run<SamplingView>> {
    const lacking = memory.lacks(params)
    if (lacking.length > 0) memory.put(params, yield* make(params, lacking))
    return startSampling(params, memory.get(params), elapsedMs)
  }

  return {
    name: 'sampling',
    params: samplingParams,
    presets: samplingPresets,
    stepMs: stepMs / pace,
    lastsMs: runMs / pace,
    start: (params) => finishWork(prepare(params, 0)),
    prepare,
  }
}
