import 'server-only'
import { fail, ok, type Result } from '../result'
import { addDays, type LocalDay, localDay } from '../review/day'
import { sameWeights } from '../review/memory'
import type { Plan } from '../review/plan'
import { type CardState, dueDayOf } from '../review/schedule'
import { type Settings, settingsInput } from '../review/settings'
import { simulateWorkload } from '../review/workload'
import { type StateColumns, stateColumns, toFolded, writeFolds } from './card-states'
import { countDeck, type DeckCard, listDeck } from './cards'
import { database, inTransaction, pool, type Transaction } from './database'
import { toPlan } from './plans'
import { replayLogs } from './replay'
import { lockLog } from './review-log'
import type { UserId } from './session'
import { getSettings } from './settings'

/** The workload is looked at for three months. */
const MONTHS = 3
const MONTH_DAYS = 30

/** Settings as they are wished for. Where the plan names no weights, those that are in use stay. */
export type WishedSettings = Omit<Settings, 'plan'> & { plan: Omit<Plan, 'weights'> & Partial<Plan> }

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
  wish: WishedSettings,
  now: number,
): Promise<SettingsPreview> {
  const current = await getSettings(user)
  const settings = fulfil(wish, current)
  const today = localDay(now, current.zone, current.dayStartsAt)
  const [deck, counts] = await Promise.all([listDeck(user), countDeck(user, today)])
  const changed = await deckUnder(user, deck, settings.plan, current.plan)
  const days = deck.map(({ state }, place) => ({ was: state.dueDay, will: changed[place]!.state.dueDay }))
  const dueUntil = (until: LocalDay) => ({
    was: days.filter(({ was }) => was <= until).length,
    will: days.filter(({ will }) => will <= until).length,
  })
  const workload = (cards: typeof changed, { plan, newPerDay }: Settings) =>
    monthly(simulateWorkload({ cards, newCards: counts.fresh, newPerDay }, plan, today, MONTHS * MONTH_DAYS))
  return {
    cards: deck.length,
    moved: days.filter(({ was, will }) => was !== will).length,
    dueToday: dueUntil(today),
    dueThisWeek: dueUntil(addDays(today, 6)),
    perDay: { was: workload(deck, current), will: workload(changed, settings) },
  }
}

/**
 * Changes how the learner reviews, and moves the due days that the new plan moves, in one transaction. Days
 * already in the log keep the zone and hour they were recorded with. The change is kept, to be taken back.
 */
export async function changeSettings(user: UserId, wish: WishedSettings): Promise<Settings> {
  return inTransaction(async (tx) => {
    // Under the lock of the log: a grade written meanwhile is placed by one plan or the other, never by both.
    await lockLog(tx, user)
    return write(tx, user, fulfil(wish, await readSettings(tx, user)))
  })
}

/** Puts other weights into the learner's plan, within a transaction that holds the lock of their log. */
export async function changeWeightsIn(
  tx: Transaction,
  user: UserId,
  weights: Plan['weights'],
): Promise<Settings> {
  const settings = await readSettings(tx, user)
  return write(tx, user, { ...settings, plan: { ...settings.plan, weights } })
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
  if (sameWeights(before.plan.weights, plan.weights)) await moveDueDays(tx, user, plan)
  else await replayStates(tx, user, plan)
  return settings
}

function fulfil({ plan, ...wish }: WishedSettings, current: Settings): Settings {
  const { weights = current.plan.weights, ...rest } = plan
  return { ...wish, plan: { ...rest, weights } }
}

/** The same cards as they would stand under another plan, in the same order. */
async function deckUnder(
  user: UserId,
  deck: readonly DeckCard[],
  plan: Plan,
  current: Plan,
): Promise<{ cardId: string; state: CardState }[]> {
  const states = new Map<string, CardState | null>()
  if (!sameWeights(plan.weights, current.weights))
    for await (const folds of replayLogs(pool, user, plan))
      for (const [cardId, folded] of folds) states.set(cardId, folded?.state ?? null)
  return deck.map(({ cardId, state: before }) => {
    const state = states.get(cardId) ?? { ...before, dueDay: dueDayOf(before, { cardId, plan }) }
    return { cardId, state }
  })
}

/** Folds every card's log anew: under other weights each memory is another. */
async function replayStates(tx: Transaction, user: UserId, plan: Plan): Promise<void> {
  for await (const folds of replayLogs(tx, user, plan)) await writeFolds(tx, user, folds)
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
