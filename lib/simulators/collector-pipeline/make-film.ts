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
    // A list of examples is never changed: a longer one is another list.
    const examples = new Map<object, number>()
    const numberOf = (key: string, value: object) => {
      if (key !== 'examples') return value
      if (!examples.has(value)) examples.set(value, examples.size)
      return examples.get(value)
    }
    const views = [JSON.stringify(run.view(), numberOf)]
    for (let nowMs = tickMs; nowMs <= runMs; nowMs += tickMs) {
      run.advance(tickMs)
      views.push(JSON.stringify(run.view(), numberOf))
      yield trafficShare + (1 - trafficShare) * (nowMs / runMs)
    }
    return { views, examples: [...examples.keys()].map((list) => JSON.stringify(list)) }
  }
}
