import { validateCollectorConfig } from '@/lib/engine/collector/config/validate-collector-config'
import { createFilmMaker } from '@/lib/simulators/collector-pipeline/make-film'
import type { PipelineParams } from '@/lib/simulators/collector-pipeline/params'
import type { PipelineFilm } from '@/lib/simulators/collector-pipeline/shape'
import type { Make } from '../make-elsewhere'
import { runInSlices } from '../run-in-slices'

/** Makes whole runs in slices, in a worker or on the page. */
export function makeInSlices(): Make<PipelineParams, PipelineFilm> {
  const make = createFilmMaker(validateCollectorConfig)
  return (params, { made, progress }) => runInSlices(make(params), { done: made, progress })
}
