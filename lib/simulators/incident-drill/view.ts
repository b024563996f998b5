import { type Alert, type AlertRule, alertRules, askedEveryMs, badShares, firstAlert } from './alert'
import { createEvidence, type Evidence } from './evidence'
import { type Incident, stageIncident, watchedMs } from './incident'
import type { IncidentDrillParams } from './params'
import { changedServices } from './signature'

/** The system's time goes sixty times as fast as the simulator's: a minute in a second. */
export const pace = 60

/** An objective as its dashboard shows it. */
export interface ObjectiveView {
  readonly rule: AlertRule
  /** Shares (0..1) of bad ones, at every asking so far; null where nothing ended. */
  readonly shares: readonly (number | null)[]
}

/** What there is to see at a moment. */
export interface IncidentDrillView {
  /** The system's time, in ms since the start of the run. */
  readonly nowMs: number
  readonly objectives: readonly ObjectiveView[]
  /** Null until one fires. */
  readonly alert: Alert | null
  /** What is at hand. Ask it for nothing that ends after `nowMs`. */
  readonly evidence: Evidence
  /** What is staged: for whoever judges, not to be shown before. */
  readonly incident: Incident
  /** How many services show it; null before the run is over. */
  readonly changed: number | null
}

/** One run: the system runs on with the time, and what is seen follows every half minute, when the rules are asked. */
export function createIncidentRun(params: IncidentDrillParams) {
  const incident = stageIncident(params)
  const evidence = createEvidence(incident, params.seed)
  let nowMs = 0
  let seen: { readonly asked: number; readonly view: IncidentDrillView } | null = null
  return {
    advance(ms: number) {
      nowMs = Math.min(nowMs + ms * pace, watchedMs)
      evidence.runTo(nowMs)
    },
    view(): IncidentDrillView {
      const asked = Math.floor(nowMs / askedEveryMs + 1e-6)
      if (seen?.asked !== asked) seen = { asked, view: look(asked * askedEveryMs) }
      return seen.view
    },
  }

  function look(atMs: number): IncidentDrillView {
    const isOver = atMs >= watchedMs
    return {
      nowMs: atMs,
      objectives: alertRules.map((rule) => ({ rule, shares: badShares(evidence, rule, atMs) })),
      alert: firstAlert(evidence, atMs),
      evidence,
      incident,
      changed: isOver ? changedServices(evidence, incident.onsetMs).length : null,
    }
  }
}
