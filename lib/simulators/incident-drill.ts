import { watchedMs } from './incident-drill/incident'
import { type IncidentDrillParams, incidentDrillParams } from './incident-drill/params'
import { incidentDrillPresets } from './incident-drill/presets'
import { createIncidentRun, type IncidentDrillView, pace } from './incident-drill/view'
import type { Simulator } from './simulator'

/** A piece of the work: a tenth of a minute of the system. */
const pieceMs = 100

/** Ten minutes of a system in which something goes wrong, and all its telemetry to find out what. */
export const incidentDrill: Simulator<IncidentDrillParams, IncidentDrillView> = {
  name: 'incident-drill',
  params: incidentDrillParams,
  presets: incidentDrillPresets,
  stepMs: 60_000 / pace,
  lastsMs: watchedMs / pace,
  start: createIncidentRun,
  *prepare(params, elapsedMs) {
    const run = createIncidentRun(params)
    let atMs = 0
    for (; atMs + pieceMs < elapsedMs; atMs += pieceMs) {
      run.advance(pieceMs)
      yield atMs / elapsedMs
    }
    run.advance(elapsedMs - atMs)
    return run
  },
}
