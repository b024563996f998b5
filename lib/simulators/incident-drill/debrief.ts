import { durationWords, shortId } from '../trace/words'
import type { Alert } from './alert'
import { type ServiceName, serviceNames } from './cause'
import type { Evidence } from './evidence'
import { type Incident, watchedMs } from './incident'
import type { Look } from './look'
import { measure } from './measures'
import { exemplarsOf } from './red'
import { alertSentence } from './sentence'
import { signWords } from './sign-words'
import { changedServices, compare } from './signature'
import { clockWords, listWords, shareWords } from './words'

/** One step from the alert to the cause: where to look, and what is there. */
export interface DebriefStep {
  readonly look: Look | null
  readonly text: string
}

/** The shortest way from the alert to the cause, and what only looked like one. */
export interface Debrief {
  readonly steps: readonly DebriefStep[]
  readonly decoys: readonly DebriefStep[]
}

/** Tells the way with the numbers of this evidence. It speaks of what is there to be seen, step by step. */
export function debriefOf(incident: Incident, evidence: Evidence, alert: Alert): Debrief {
  return { steps: stepsOf(incident, evidence, alert), decoys: decoysOf(incident, evidence) }
}

/** Three hints, each saying more than the one before. */
export function hintsOf(incident: Incident, evidence: Evidence): readonly [string, string, string] {
  const changed = changedServices(evidence, incident.onsetMs)
  const inside = incident.cause !== 'bad-version' && incident.cause !== 'bad-instance'
  const look = `Look at ${inside ? 'what is measured inside' : 'the requests of'} ${incident.service}`
  return [
    changed.length > 1
      ? 'Several services changed. Those that call another one may only pass its trouble on: go down, to the last that changed.'
      : 'Only one service changed. Find it among those that the objective speaks of.',
    `It begins in ${incident.service}.`,
    incident.shownBy === null
      ? `${look}, and compare with the first minutes. All its instances are alike.`
      : `${look} by ${incident.shownBy.key}.`,
  ]
}

function stepsOf(incident: Incident, evidence: Evidence, alert: Alert): DebriefStep[] {
  const { service, cause } = incident
  const changed = changedServices(evidence, incident.onsetMs)
  const callers = changed.filter((name) => name !== service)
  const steps: DebriefStep[] = [
    { look: null, text: `${alertSentence(alert)} It says where it hurts, not where it comes from.` },
  ]
  if (callers.length > 0)
    steps.push({
      look: { kind: 'requests', service: callers[0]!, by: null },
      text: `${listWords(callers)} changed too, at the same time: ${callers.length > 1 ? 'they wait' : 'it waits'} for what ${callers.length > 1 ? 'they call' : 'it calls'}, or ${callers.length > 1 ? 'pass' : 'passes'} its failure on. Symptoms.`,
    })
  steps.push({
    look: { kind: 'requests', service, by: null },
    text: `${service} changed, and nothing that it calls did: here it begins, at about ${clockWords(incident.onsetMs)}.`,
  })
  const by = incident.shownBy?.key ?? null
  const isOfRequests = cause === 'bad-version' || cause === 'bad-instance'
  const only = incident.shownBy === null ? '' : ` Only ${incident.shownBy.value} is sick.`
  steps.push({
    look: { kind: isOfRequests ? 'requests' : 'inside', service, by },
    text: signWords(cause, compare(evidence, service, incident.onsetMs)) + only,
  })
  steps.push(...traceStep(incident, evidence))
  steps.push({ look: { kind: 'logs', service }, text: logText(incident) })
  return steps
}

/** A request that the sick instances served, the worst of the exemplars. */
function traceStep(incident: Incident, evidence: Evidence): DebriefStep[] {
  const by = incident.shownBy?.key ?? null
  const exemplar = exemplarsOf(evidence, incident.service, by, watchedMs).find(
    ({ group }) => incident.shownBy === null || group === incident.shownBy.value,
  )
  if (exemplar === undefined) return []
  const trace = evidence.open(exemplar.trace)
  const share = trace.shares[0]
  const failed = trace.rows.filter(({ span }) => span.status === 'ERROR').length
  const path =
    share === undefined
      ? ''
      : ` Its critical path spends ${durationWords(share.ms)} of ${durationWords(trace.rootMs)} on ${share.spans > 1 ? `${share.spans} times ` : ''}“${share.name}” of ${share.service}.`
  const errors = failed === 0 ? '' : ` ${failed} of its spans failed.`
  return [
    {
      look: { kind: 'trace', trace: exemplar.trace },
      text: `An exemplar leads to trace ${shortId(trace.traceId)}.${path}${errors}`,
    },
  ]
}

function logText({ cause, service }: Incident): string {
  switch (cause) {
    case 'pool':
      return `${service} logs that it waited long for a connection, or got none. Neither line was there in the first minutes.`
    case 'bad-version':
    case 'retry-storm':
      return `“request failed” is logged by ${service} and not by its callers: that is where the failures start.`
    case 'bad-instance':
      return `What ${service} logs comes with service.instance.id: it names the instance.`
    default:
      return `${service} logs no error: it is slow, not broken. Logs alone would have told nothing.`
  }
}

function decoysOf(incident: Incident, evidence: Evidence): DebriefStep[] {
  const { release, service, decoy } = incident
  const steps: DebriefStep[] = []
  if (release.service !== service || incident.shownBy?.key !== 'service.version')
    steps.push({
      look: { kind: 'requests', service: release.service, by: 'service.version' },
      text: `${release.service} ${release.version} was released at ${clockWords(release.atMs)}, shortly before. Its old and new instances are alike: it only came first.`,
    })
  const all = measure(evidence, 'recommend', { fromMs: 0, toMs: watchedMs })
  steps.push({
    look: { kind: 'requests', service: 'recommend', by: null },
    text:
      decoy === 'fails-steadily'
        ? `recommend fails ${shareWords(all.failedShare)} of its requests, before as well as after. The page does without it.`
        : 'recommend was slow for a minute, long before, and had recovered.',
  })
  return steps
}

/** The services that a trace passes through. */
export function servicesOf(evidence: Evidence, trace: number): ServiceName[] {
  const { batch } = evidence
  const services = new Set<ServiceName>()
  for (let row = batch.firstSpan[trace]!; row < batch.firstSpan[trace + 1]!; row += 1)
    services.add(serviceNames[batch.service[row]!]!)
  return [...services]
}
