import { type Alert, type AlertRule, slowFromMs } from './alert'
import type { IncidentDrillView } from './view'
import { clockWords, shareWords } from './words'

/** An objective in words: what of its requests may be how. */
export function objectiveWords({ objective, of }: AlertRule): string {
  switch (objective) {
    case 'errors':
      return `${of} fails`
    case 'slow':
      return `${of} over ${slowFromMs} ms`
    case 'late-mail':
      return 'messages over 30 s old'
  }
}

/** Where the drill stands. It changes when an alert fires and at the end, and is still in between. */
export function drillSentence({ nowMs, alert }: IncidentDrillView, over: boolean): string {
  if (alert === null)
    return nowMs === 0 ? 'The system is about to run.' : 'All objectives hold. Watch what changes.'
  const told = alertSentence(alert)
  return over ? `${told} The evidence is in: look around, then name the cause.` : told
}

/** What fired, when, and how bad it was. */
export function alertSentence({ rule, atMs, badShare }: Alert): string {
  const share = shareWords(badShare)
  const what = {
    errors: `${share} of the requests to ${rule.of} failed`,
    slow: `${share} of the requests to ${rule.of} took longer than ${slowFromMs} ms`,
    'late-mail': `${share} of the messages in ${rule.of} had waited for more than 30 s`,
  }[rule.objective]
  return `Alert at ${clockWords(atMs)}: in the minute before, ${what}.`
}
