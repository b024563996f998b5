import { type Cause, causeWords, type Grouping, type ServiceName } from './cause'
import type { Evidence } from './evidence'
import type { Incident } from './incident'
import { signWords } from './sign-words'
import { compare } from './signature'

/** What the learner says it is. */
export interface Diagnosis {
  readonly service: ServiceName
  readonly cause: Cause
  /** The attribute that parts the sick instances from the sound; null for “all are alike”. */
  readonly shownBy: Grouping | null
}

/** What is to be said of a diagnosis. It is right as a whole or it is not; what holds of it is told in any case. */
export interface Verdict {
  readonly right: boolean
  readonly service: boolean
  readonly cause: boolean
  readonly shownBy: boolean
  /** Sentences, each with what the evidence says. */
  readonly reasons: readonly string[]
}

/** Checks a diagnosis against what was staged, and lets the telemetry answer what does not hold. */
export function judge(diagnosis: Diagnosis, incident: Incident, evidence: Evidence): Verdict {
  const service = diagnosis.service === incident.service
  const cause = diagnosis.cause === incident.cause
  const shownBy = diagnosis.shownBy === (incident.shownBy?.key ?? null)
  const reasons: string[] = []
  const comparison = compare(evidence, diagnosis.service, incident.onsetMs)
  if (!service) reasons.push(`It does not begin in ${diagnosis.service}.`)
  if (!cause)
    reasons.push(
      `${service ? 'The service is right. ' : ''}“${causeWords[diagnosis.cause]}” would show: ${signWords(diagnosis.cause, comparison)}`,
    )
  else if (!service)
    reasons.push(`What ${diagnosis.service} says of it: ${signWords(diagnosis.cause, comparison)}`)
  if (service && cause && !shownBy)
    reasons.push(
      incident.shownBy === null
        ? 'Service and cause are right. No attribute parts its instances: all are alike.'
        : 'Service and cause are right. Another attribute parts the sick instances from the sound.',
    )
  return { right: service && cause && shownBy, service, cause, shownBy, reasons }
}
