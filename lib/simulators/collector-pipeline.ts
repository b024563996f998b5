import type { ConfigReport } from '../engine/collector/config/validate-collector-config'
import { createFilmMaker } from './collector-pipeline/make-film'
import type { PipelineParams } from './collector-pipeline/params'
import { pipelineShape, playFilm } from './collector-pipeline/shape'
import type { PipelineView } from './collector-pipeline/view'
import type { Run, Simulator } from './simulator'
import { finishWork, type Work } from './work'

/**
 * A Collector configuration as it runs: what each component takes in, hands on, keeps waiting, drops and loses.
 *
 * @param read the reader of whole configurations. It brings a YAML parser, so it is given by whoever has it.
 */
export function createCollectorPipeline(
  read: (text: string) => ConfigReport,
): Simulator<PipelineParams, PipelineView> {
  const make = createFilmMaker(read)

  function* prepare(params: PipelineParams, elapsedMs: number): Work<Run<PipelineView>> {
    return playFilm(yield* make(params), elapsedMs)
  }
  return { ...pipelineShape, prepare, start: (params) => finishWork(prepare(params, 0)) }
}
