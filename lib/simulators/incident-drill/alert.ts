import type { Evidence } from './evidence'
import { watchedMs } from './incident'

/** What the service level objectives of Fernhill speak of. */
export type Objective = 'errors' | 'slow' | 'late-mail'

/** A rule that is asked every half minute about the minute before. */
export interface AlertRule {
  readonly objective: Objective
  /** The `http.route` at web, or the queue. */
  readonly of: string
  /** Which of what ended counts as bad, by its row. */
  isBad(evidence: Evidence, row: number): boolean
  /** Share (0..1) of bad ones from which it fires. */
  readonly from: number
}

/** A rule that fired. */
export interface Alert {
  readonly rule: AlertRule
  readonly atMs: number
  /** Share (0..1) of bad ones in the minute before. */
  readonly badShare: number
}

/** A request should take no longer (ms). */
export const slowFromMs = 400
/** A confirmation should be taken from the queue within this (ms). */
export const lateFromMs = 30_000

const windowMs = 60_000
/** How often the rules are asked, in ms. */
export const askedEveryMs = 30_000
/** A rule fires when it holds so many times in a row. */
const timesInARow = 2

const routes = ['/checkout', '/products/{id}']
const failed = ({ batch }: Evidence, row: number) => batch.status[row] === 2
const slow = ({ batch }: Evidence, row: number) => batch.end[row]! - batch.start[row]! > slowFromMs

/** The rules, those of what customers see first. */
export const alertRules: readonly AlertRule[] = [
  ...routes.map((of): AlertRule => ({ objective: 'errors', of, isBad: failed, from: 0.08 })),
  ...routes.map((of): AlertRule => ({ objective: 'slow', of, isBad: slow, from: 0.12 })),
  {
    objective: 'late-mail',
    of: 'order-confirmations',
    isBad: (evidence, row) => evidence.factsOf(row).ageMs > lateFromMs,
    from: 0.12,
  },
]

/** The rows that a rule speaks of, in the order of their end. */
export function rowsOf({ batch, entries }: Evidence, rule: AlertRule): number[] {
  const service = rule.objective === 'late-mail' ? 'mailer' : 'web'
  return entries[service].filter((row) => {
    const { attributes } = batch.catalog.operations[batch.operation[row]!]!
    return attributes['http.route'] === rule.of || attributes['messaging.destination.name'] === rule.of
  })
}

/**
 * The share of bad ones in the minute before each moment at which the rule was asked, up to `nowMs`; null where nothing
 * ended.
 */
export function badShares(evidence: Evidence, rule: AlertRule, nowMs: number = watchedMs): (number | null)[] {
  const rows = rowsOf(evidence, rule)
  return Array.from({ length: Math.floor(nowMs / askedEveryMs) }, (_, asked) => {
    const toMs = (asked + 1) * askedEveryMs
    const inWindow = rows.filter((row) => {
      const end = evidence.batch.end[row]!
      return end >= toMs - windowMs && end < toMs
    })
    if (inWindow.length === 0) return null
    return inWindow.filter((row) => rule.isBad(evidence, row)).length / inWindow.length
  })
}

/** The first alert that has fired by `nowMs`, of the first rule where several did at once; null where none has. */
export function firstAlert(evidence: Evidence, nowMs: number = watchedMs): Alert | null {
  const alerts = alertRules.flatMap((rule) => {
    const shares = badShares(evidence, rule, nowMs)
    for (let asked = timesInARow - 1; asked < shares.length; asked += 1) {
      const run = shares.slice(asked - timesInARow + 1, asked + 1)
      if (run.every((share) => share !== null && share >= rule.from))
        return [{ rule, atMs: (asked + 1) * askedEveryMs, badShare: shares[asked]! }]
    }
    return []
  })
  return alerts.reduce<Alert | null>(
    (first, alert) => (first === null || alert.atMs < first.atMs ? alert : first),
    null,
  )
}
