import { watchedMs } from './incident-drill/incident'
import { type IncidentDrillParams, incidentDrillParams } from './incident-drill/params'
import { incidentDrillPresets } from './incident-drill/presets'
import { createIncidentRun, type IncidentDrillView, pace } from './incident-drill/view'
import type { Simulator } from './simulator'

/** Ten minutes of a system in which something goes wrong, and all its telemetry to find out what. */
export const incidentDrill: Simulator<IncidentDrillParams, IncidentDrillView> = {
  name: 'incident-drill',
  params: incidentDrillParams,
  presets: incidentDrillPresets,
  stepMs: 60_000 / pace,
  lastsMs: watchedMs / pace,
  start: createIncidentRun,
}
