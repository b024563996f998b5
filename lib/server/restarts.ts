import 'server-only'
import { ok, type Result } from '../result'
import { type LocalDay, localDay } from '../review/day'
import type { ReviewEvent } from '../review/event'
import { planRestart } from '../review/restart'
import { listDueCards } from './cards'
import { inTransaction, pool } from './database'
import { makeStamp } from './make-stamp'
import { KIND } from './review-log'
import { recordEventsIn } from './reviews'
import type { UserId } from './session'
import { getSettings } from './settings'

/** More cards than this are not looked at: the rest stays due. */
const LOOKED_AT = 5000

/** A gentle restart that still holds cards back. */
export interface HeldRestart {
  cards: number
  /** The day on which the last of them comes. */
  until: LocalDay
}

/**
 * After a break: leaves a session's worth of the most valuable reviews for today, and buries the rest until
 * days to come. Null where nothing is due beyond a session.
 */
export async function startGently(user: UserId, now: number): Promise<Result<HeldRestart | null>> {
  const settings = await getSettings(user)
  const today = localDay(now, settings.zone, settings.dayStartsAt)
  const due = await listDueCards(user, { today, until: today }, LOOKED_AT)
  const { later } = planRestart(due, { today, perDay: settings.sessionCards, plan: settings.plan })
  const last = later.at(-1)
  if (!last) return ok(null)
  // One moment for all of them: that is how they are found again.
  const events = later.map(
    ({ cardId, until }): ReviewEvent => ({
      ...makeStamp(settings, now),
      kind: 'bury',
      cardId,
      until,
      source: 'restart',
    }),
  )
  await inTransaction((tx) => recordEventsIn(tx, user, events, now))
  return ok({ cards: later.length, until: last.until })
}

/** The latest gentle restart, as far as it still holds cards back; null where none does. */
export async function findRestart(user: UserId, today: LocalDay): Promise<HeldRestart | null> {
  const { rows } = await pool.query<{ cards: number; until: LocalDay | null }>(
    `SELECT count(*)::int AS cards, max(state.buried_until)::text AS until ${HELD}
       AND state.buried_until > $3`,
    [user, KIND.bury, today],
  )
  const row = rows[0]
  return row?.until ? { cards: row.cards, until: row.until } : null
}

/** Takes the latest gentle restart back: what it still holds is due as it was. */
export async function takeRestartBack(user: UserId, now: number): Promise<Result<null>> {
  const settings = await getSettings(user)
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ id: string; card_id: string }>(
      `SELECT event.id, event.card_id ${HELD}`,
      [user, KIND.bury],
    )
    const events = rows.map(
      ({ id, card_id }): ReviewEvent => ({
        ...makeStamp(settings, now),
        kind: 'undo',
        cardId: card_id,
        undoes: id,
        source: 'restart',
      }),
    )
    await recordEventsIn(tx, user, events, now)
    return ok(null)
  })
}

/** The burials of the latest restart that still stand: $1 learner, $2 kind; the source is written out for the sake of its index. */
const HELD = `FROM review_events event
  JOIN card_states state ON state.user_id = event.user_id AND state.card_id = event.card_id
    AND state.buried_until = event.until_day
  WHERE event.user_id = $1 AND event.source = 4 AND event.kind = $2 AND event.reviewed_at = (
    SELECT max(reviewed_at) FROM review_events WHERE user_id = $1 AND source = 4 AND kind = $2)`
