import type { Run, Simulator } from './simulator'
import { type TraceExplorerParams, traceExplorerParams } from './trace-explorer/params'
import { traceExplorerPresets } from './trace-explorer/presets'
import { createViewMaker, stageMs, stages, type TraceExplorerView } from './trace-explorer/view'
import { finishWork, type Work } from './work'

const makeView = createViewMaker()

/** A minute of one page: from its histogram to an exemplar, its trace, the critical path and the log that says why. */
export const traceExplorer: Simulator<TraceExplorerParams, TraceExplorerView> = {
  name: 'trace-explorer',
  params: traceExplorerParams,
  presets: traceExplorerPresets,
  stepMs: stageMs,
  lastsMs: (stages.length - 1) * stageMs,
  start: (params) => finishWork(prepare(params, 0)),
  prepare,
}

function* prepare(params: TraceExplorerParams, fromMs: number): Work<Run<TraceExplorerView>> {
  const viewAt = yield* makeView(params)
  let elapsedMs = fromMs
  return {
    advance(ms) {
      elapsedMs += ms
    },
    view: () => viewAt(elapsedMs),
  }
}
