import 'server-only'
import type { Transaction } from '../database'
import { recordEventsIn } from '../reviews'
import type { UserId } from '../session'
import type { Skipped } from './raw-card'
import { ImportRefusal } from './refusal'

/** So many events at once: a statement's parameters stay a size that PostgreSQL likes. */
const CHUNK = 1000

const reasons: Record<string, string> = {
  ahead_of_clock: 'reviews that lie in the future',
  unknown_card: 'reviews of cards that are no longer part of the course',
}

/** What an import has brought into the log, and what of it was there. */
export interface WrittenLog {
  /** Events taken, of whatever kind. */
  reviews: number
  already: number
  /** The cards whose events were taken. */
  cards: Set<string>
  skipped: Skipped
}

/**
 * Takes events of a file into the log by their ids, also those from before the account, and adds to `log` what
 * became of them. Throws ImportRefusal at one that cannot be read.
 */
export async function writeLog(
  tx: Transaction,
  user: UserId,
  events: readonly unknown[],
  now: number,
  log: WrittenLog,
): Promise<void> {
  for (let from = 0; from < events.length; from += CHUNK) {
    const part = events.slice(from, from + CHUNK) as { cardId: string }[]
    const recorded = await recordEventsIn(tx, user, part, now, { isOldTaken: true })
    for (const [place, answer] of (recorded?.answers ?? []).entries()) {
      if (answer.outcome === 'duplicate') log.already += 1
      if (answer.outcome === 'recorded') {
        log.reviews += 1
        log.cards.add(part[place]!.cardId)
      }
      if (answer.outcome === 'refused') {
        const why = reasons[answer.code]
        // A log that we wrote has no event that we cannot read: the file was changed.
        if (!why) throw new ImportRefusal(`Event ${from + place + 1} of the log cannot be read.`)
        log.skipped[why] = (log.skipped[why] ?? 0) + 1
      }
    }
  }
}
