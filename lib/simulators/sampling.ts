import { createMaterialMaker } from './sampling/make-material'
import { MaterialMemory } from './sampling/material'
import type { SamplingParams } from './sampling/params'
import { samplingShape, startSampling } from './sampling/shape'
import type { YamlReader } from './sampling/strategy'
import type { SamplingView } from './sampling/view'
import type { Run, Simulator } from './simulator'
import { finishWork, type Work } from './work'

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
    ...samplingShape,
    start: (params) => finishWork(prepare(params, 0)),
    prepare,
  }
}
