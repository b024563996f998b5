import 'server-only'
import { fail, ok, type Result } from '../result'
import { addDays, type LocalDay, localDay } from '../review/day'
import type { Plan } from '../review/plan'
import { dueDayOf } from '../review/schedule'
import { type Settings, settingsInput } from '../review/settings'
import { simulateWorkload } from '../review/workload'
import { type StateColumns, stateColumns, toFolded } from './card-states'
import { countDeck, listDeck } from './cards'
import { database, inTransaction, type Transaction } from './database'
import { toPlan } from './plans'
import { lockLog } from './review-log'
import type { UserId } from './session'
import { getSettings } from './settings'

/** The workload is looked at for three months. */
const MONTHS = 3
const MONTH_DAYS = 30

/** What a change of settings would do to the learner's own deck, before it is made. */
export interface SettingsPreview {
  /** Graded cards of the deck, and how many of them would be due on another day. */
  cards: number
  moved: number
  dueToday: { was: number; will: number }
  dueThisWeek: { was: number; will: number }
  /** Cards a day, on average over each month to come. */
  perDay: { was: number[]; will: number[] }
}

/** Looks at what these settings would do. Nothing is written. */
export async function previewSettings(
  user: UserId,
  settings: Settings,
  now: number,
): Promise<SettingsPreview> {
  const current = await getSettings(user)
  const today = localDay(now, current.zone, current.dayStartsAt)
  const [deck, counts] = await Promise.all([listDeck(user), countDeck(user, today)])
  const days = deck.map(({ cardId, state }) => ({
    was: state.dueDay,
    will: dueDayOf(state, { cardId, plan: settings.plan }),
  }))
  const dueUntil = (until: LocalDay) => ({
    was: days.filter(({ was }) => was <= until).length,
    will: days.filter(({ will }) => will <= until).length,
  })
  const workload = ({ plan, newPerDay }: Settings) =>
    monthly(
      simulateWorkload({ cards: deck, newCards: counts.fresh, newPerDay }, plan, today, MONTHS * MONTH_DAYS),
    )
  return {
    cards: deck.length,
    moved: days.filter(({ was, will }) => was !== will).length,
    dueToday: dueUntil(today),
    dueThisWeek: dueUntil(addDays(today, 6)),
    perDay: { was: workload(current), will: workload(settings) },
  }
}

/**
 * Changes how the learner reviews, and moves the due days that the new plan moves, in one transaction. Days
 * already in the log keep the zone and hour they were recorded with. The change is kept, to be taken back.
 */
export async function changeSettings(user: UserId, settings: Settings): Promise<Settings> {
  return inTransaction(async (tx) => {
    // Under the lock of the log: a grade written meanwhile is placed by one plan or the other, never by both.
    await lockLog(tx, user)
    return write(tx, user, settings)
  })
}

/** Takes the latest change back: settings and due days stand as they stood. `not_found`: there is none. */
export async function restoreSettings(user: UserId): Promise<Result<Settings>> {
  return inTransaction(async (tx) => {
    await lockLog(tx, user)
    const { rows } = await tx.query<{ before: unknown }>(
      'SELECT before FROM settings_changes WHERE user_id = $1 ORDER BY changed_at DESC, id DESC LIMIT 1',
      [user],
    )
    const latest = rows[0]
    if (!latest) return fail('not_found', 'There is no change to take back.')
    return ok(await write(tx, user, settingsInput.parse(latest.before)))
  })
}

/** When the learner last changed how they review; null where they never did. */
export async function findLastChange(user: UserId): Promise<Date | null> {
  const last = await database.settingsChange.findFirst({
    where: { userId: user },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    select: { changedAt: true },
  })
  return last?.changedAt ?? null
}

async function write(tx: Transaction, user: UserId, settings: Settings): Promise<Settings> {
  const before = await readSettings(tx, user)
  if (JSON.stringify(before) === JSON.stringify(settingsInput.parse(settings))) return settings
  const { zone, dayStartsAt, twoButtons, sessionCards, sessionMinutes, newPerDay, reviewsPerDay, plan } =
    settings
  await tx.query(
    `UPDATE users SET zone = $2, day_starts_at = $3, two_buttons = $4, session_cards = $5,
       session_minutes = $6, new_per_day = $7, reviews_per_day = $8, plan = $9 WHERE id = $1`,
    [
      user,
      zone,
      dayStartsAt,
      twoButtons,
      sessionCards,
      sessionMinutes,
      newPerDay,
      reviewsPerDay,
      JSON.stringify(plan),
    ],
  )
  // Another zone or start of day is another hour of their reminder.
  await tx.query("UPDATE reminders SET look_at = 'epoch' WHERE user_id = $1", [user])
  await tx.query(
    `INSERT INTO settings_changes (id, user_id, before, after, changed_at)
     VALUES (gen_random_uuid(), $1, $2, $3, clock_timestamp())`,
    [user, JSON.stringify(before), JSON.stringify(settings)],
  )
  await moveDueDays(tx, user, plan)
  return settings
}

/** As getSettings, by the connection that holds the lock; fields in the order of the schema. */
async function readSettings(tx: Transaction, user: UserId): Promise<Settings> {
  const { rows } = await tx.query<Omit<Settings, 'plan'> & { plan: unknown }>(
    `SELECT zone, day_starts_at AS "dayStartsAt", two_buttons AS "twoButtons", session_cards AS "sessionCards",
       session_minutes AS "sessionMinutes", new_per_day AS "newPerDay", reviews_per_day AS "reviewsPerDay", plan
     FROM users WHERE id = $1`,
    [user],
  )
  return settingsInput.parse({ ...rows[0], plan: toPlan(rows[0]?.plan ?? null) })
}

/** Puts every card where the plan puts it: what a rebuild from the log would come to. */
async function moveDueDays(tx: Transaction, user: UserId, plan: Plan): Promise<void> {
  const { rows } = await tx.query<StateColumns>(
    `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 AND stability IS NOT NULL`,
    [user],
  )
  const moved = rows.flatMap((row) => {
    const { state } = toFolded(row)
    const dueDay = state && dueDayOf(state, { cardId: row.card_id, plan })
    return dueDay && dueDay !== state.dueDay ? [{ cardId: row.card_id, dueDay }] : []
  })
  if (moved.length === 0) return
  await tx.query(
    `UPDATE card_states state SET due_day = moved.due_day
     FROM unnest($2::text[], $3::date[]) AS moved(card_id, due_day)
     WHERE state.user_id = $1 AND state.card_id = moved.card_id`,
    [user, moved.map(({ cardId }) => cardId), moved.map(({ dueDay }) => dueDay)],
  )
}

function monthly(perDay: readonly number[]): number[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const days = perDay.slice(month * MONTH_DAYS, (month + 1) * MONTH_DAYS)
    return Math.round((days.reduce((sum, each) => sum + each, 0) / MONTH_DAYS) * 10) / 10
  })
}
