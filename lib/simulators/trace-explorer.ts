import type { Simulator } from './simulator'
import { type TraceExplorerParams, traceExplorerParams } from './trace-explorer/params'
import { traceExplorerPresets } from './trace-explorer/presets'
import { createViewMaker, stageMs, stages, type TraceExplorerView } from './trace-explorer/view'

const makeView = createViewMaker()

/** A minute of one page: from its histogram to an exemplar, its trace, the critical path and the log that says why. */
export const traceExplorer: Simulator<TraceExplorerParams, TraceExplorerView> = {
  name: 'trace-explorer',
  params: traceExplorerParams,
  presets: traceExplorerPresets,
  stepMs: stageMs,
  lastsMs: (stages.length - 1) * stageMs,
  start(params) {
    const viewAt = makeView(params)
    let elapsedMs = 0
    return {
      advance(ms) {
        elapsedMs += ms
      },
      view: () => viewAt(elapsedMs),
    }
  },
}
