import type { ConfigReport } from '../../engine/collector/config/validate-collector-config'
import { stretchOf, type Work } from '../work'
import { type PipelineParams, tickMs } from './params'
import { PipelineRun } from './run'
import { type PipelineFilm, runMs } from './shape'
import { createFleetTraffic, type FleetTraffic } from './traffic'

/** The share of the work that the traffic is, about. */
const trafficShare = 0.4

/** A maker of whole runs, which remembers its last traffic: most changes leave it as it is. */
export function createFilmMaker(read: (text: string) => ConfigReport) {
  let kept: { readonly key: string; readonly traffic: FleetTraffic } | null = null

  return function* makeFilm(params: PipelineParams): Work<PipelineFilm> {
    const key = `${params.seed} ${params.perSecond} ${params.errorShare}`
    if (kept?.key !== key)
      kept = { key, traffic: yield* stretchOf(createFleetTraffic(params), 0, trafficShare) }
    const run = new PipelineRun(params, kept.traffic, read(params.yaml))
    const film = [JSON.stringify(run.view())]
    for (let nowMs = tickMs; nowMs <= runMs; nowMs += tickMs) {
      run.advance(tickMs)
      film.push(JSON.stringify(run.view()))
      yield trafficShare + (1 - trafficShare) * (nowMs / runMs)
    }
    return film
  }
}
