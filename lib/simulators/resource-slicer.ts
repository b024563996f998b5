import { type SliceParams, sliceParams } from './resource-slicer/params'
import { slicePresets } from './resource-slicer/presets'
import { createSliceView, runMs, type SliceView } from './resource-slicer/view'
import type { Simulator } from './simulator'

/** Requests of a dozen instances, grouped by what their resources say: where errors concentrate, and where not. */
export const resourceSlicer: Simulator<SliceParams, SliceView> = {
  name: 'resource-slicer',
  params: sliceParams,
  presets: slicePresets,
  stepMs: 1000,
  lastsMs: runMs,
  start(params) {
    const viewAt = createSliceView(params)
    let elapsedMs = 0
    return {
      advance(ms) {
        elapsedMs += ms
      },
      view: () => viewAt(elapsedMs),
    }
  },
}
