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
/** A rule fires when it holds so many times in a row, each time with so many bad ones: two in a quiet minute are none. */
const timesInARow = 2
const fewestBad = 4

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

/** The rows that a rule speaks of. */
export function rowsOf({ batch, entries }: Evidence, rule: AlertRule): number[] {
  const service = rule.objective === 'late-mail' ? 'mailer' : 'web'
  return entries[service].filter((row) => {
    const { attributes } = batch.catalog.operations[batch.operation[row]!]!
    return attributes['http.route'] === rule.of || attributes['messaging.destination.name'] === rule.of
  })
}

/** What ended in the minute before a rule was asked. */
interface Asking {
  readonly all: number
  readonly bad: number
}

/**
 * The share of bad ones in the minute before each moment at which the rule was asked, up to `nowMs`; null where nothing
 * ended.
 */
export function badShares(evidence: Evidence, rule: AlertRule, nowMs: number = watchedMs): (number | null)[] {
  return askings(evidence, rule, nowMs).map(({ all, bad }) => (all === 0 ? null : bad / all))
}

/** The first alert that has fired by `nowMs`, of the first rule where several did at once; null where none has. */
export function firstAlert(evidence: Evidence, nowMs: number = watchedMs): Alert | null {
  let first: Alert | null = null
  for (const rule of alertRules) {
    const asked = askings(evidence, rule, nowMs)
    const holds = asked.map(({ all, bad }) => bad >= fewestBad && bad / all >= rule.from)
    const at = holds.findIndex((_, index) =>
      Array.from({ length: timesInARow }, (_, back) => holds[index - back]).every(Boolean),
    )
    const atMs = (at + 1) * askedEveryMs
    if (at >= 0 && (first === null || atMs < first.atMs))
      first = { rule, atMs, badShare: asked[at]!.bad / asked[at]!.all }
  }
  return first
}

function askings(evidence: Evidence, rule: AlertRule, nowMs: number): Asking[] {
  const count = Math.floor(nowMs / askedEveryMs)
  const all = new Array<number>(count).fill(0)
  const bad = new Array<number>(count).fill(0)
  for (const row of rowsOf(evidence, rule)) {
    // What ends in one half minute is in the window of its end and in that of the next.
    const half = Math.floor(evidence.batch.end[row]! / askedEveryMs)
    const isBad = rule.isBad(evidence, row)
    for (let asked = half; asked < Math.min(half + windowMs / askedEveryMs, count); asked += 1) {
      all[asked] = all[asked]! + 1
      if (isBad) bad[asked] = bad[asked]! + 1
    }
  }
  return all.map((total, at) => ({ all: total, bad: bad[at]! }))
}
