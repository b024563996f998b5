import 'server-only'
import type { LocalDay } from '@/lib/review/day'
import type { TalliedDay } from '@/lib/review/statistics/retention'
import { addTally, type CardTally, emptyTally, type RecallTally } from '@/lib/review/statistics/tally'
import type { Queryable, Transaction } from './database'
import type { UserId } from './session'

/** Adds to a learner's days and recalls what some cards' logs have come to say. */
export async function addTallies(
  tx: Transaction,
  user: UserId,
  added: ReadonlyMap<string, CardTally>,
): Promise<void> {
  const sum = emptyTally()
  for (const { days } of added.values()) addTally(sum, { days, bins: new Map() })
  const days = [...sum.days].map(([day, tally]) => ({ day, ...tally }))
  const recalls = [...added].flatMap(([cardId, { bins }]) =>
    [...bins].map(([bin, tally]) => ({ cardId, bin, ...tally })),
  )
  if (days.length === 0 && recalls.length === 0) return
  const dayColumn = <K extends keyof TalliedDay>(key: K) => days.map((day) => day[key])
  await tx.query(
    `WITH days AS (
       INSERT INTO review_days AS old (user_id, day, reviews, spent_ms, met, practised, practised_ms, young_asked,
         young_recalled, mature_asked, mature_recalled, loss_micros)
       SELECT $1, day.* FROM unnest($2::date[], $3::int[], $4::int8[], $5::int[], $6::int[], $7::int8[], $8::int[],
         $9::int[], $10::int[], $11::int[], $12::int8[]) AS day
       ON CONFLICT (user_id, day) DO UPDATE SET
         reviews = old.reviews + excluded.reviews, spent_ms = old.spent_ms + excluded.spent_ms,
         met = old.met + excluded.met, practised = old.practised + excluded.practised,
         practised_ms = old.practised_ms + excluded.practised_ms,
         young_asked = old.young_asked + excluded.young_asked,
         young_recalled = old.young_recalled + excluded.young_recalled,
         mature_asked = old.mature_asked + excluded.mature_asked,
         mature_recalled = old.mature_recalled + excluded.mature_recalled,
         loss_micros = old.loss_micros + excluded.loss_micros
     )
     INSERT INTO recall_tallies AS old (user_id, card_id, bin, asked, recalled, expected_micros)
     SELECT $1, recall.* FROM unnest($13::text[], $14::int2[], $15::int[], $16::int[], $17::int8[]) AS recall
     ON CONFLICT (user_id, card_id, bin) DO UPDATE SET
       asked = old.asked + excluded.asked, recalled = old.recalled + excluded.recalled,
       expected_micros = old.expected_micros + excluded.expected_micros`,
    [
      user,
      dayColumn('day'),
      dayColumn('reviews'),
      dayColumn('spentMs'),
      dayColumn('met'),
      dayColumn('practised'),
      dayColumn('practisedMs'),
      dayColumn('youngAsked'),
      dayColumn('youngRecalled'),
      dayColumn('matureAsked'),
      dayColumn('matureRecalled'),
      dayColumn('lossMicros'),
      recalls.map(({ cardId }) => cardId),
      recalls.map(({ bin }) => bin),
      recalls.map(({ asked }) => asked),
      recalls.map(({ recalled }) => recalled),
      recalls.map(({ expectedMicros }) => expectedMicros),
    ],
  )
}

/** Every day of the learner's on which something happened, in order. */
export async function listTalliedDays(tx: Queryable, user: UserId): Promise<TalliedDay[]> {
  const { rows } = await tx.query<TalliedDay>(
    `SELECT day::text, reviews, spent_ms::float8 AS "spentMs", met, practised,
       practised_ms::float8 AS "practisedMs", young_asked AS "youngAsked", young_recalled AS "youngRecalled",
       mature_asked AS "matureAsked", mature_recalled AS "matureRecalled", loss_micros::float8 AS "lossMicros"
     FROM review_days WHERE user_id = $1 AND (reviews > 0 OR practised > 0) ORDER BY day`,
    [user],
  )
  return rows
}

/** The learner's first answers by bin of the recall that was expected. */
export async function readRecallBins(tx: Queryable, user: UserId): Promise<Map<number, RecallTally>> {
  const { rows } = await tx.query<RecallTally & { bin: number }>(
    `SELECT bin, sum(asked)::int AS asked, sum(recalled)::int AS recalled,
       sum(expected_micros)::float8 AS "expectedMicros"
     FROM recall_tallies WHERE user_id = $1 GROUP BY bin`,
    [user],
  )
  return new Map(rows.map(({ bin, ...tally }) => [bin, tally]))
}

/** How a learner's tallies stand: what by, and what they come to in all. */
export async function readTallies(
  tx: Queryable,
  user: UserId,
): Promise<{ days: Map<LocalDay, Omit<TalliedDay, 'day'>>; recalls: Map<string, RecallTally> }> {
  const days = await listTalliedDays(tx, user)
  const { rows } = await tx.query<RecallTally & { place: string }>(
    `SELECT card_id || ' ' || bin AS place, asked, recalled, expected_micros::float8 AS "expectedMicros"
     FROM recall_tallies WHERE user_id = $1 AND asked > 0`,
    [user],
  )
  return {
    days: new Map(days.map(({ day, ...tally }) => [day, tally])),
    recalls: new Map(rows.map(({ place, ...tally }) => [place, tally])),
  }
}

/** Does away with a learner's tallies. */
export async function clearTallies(tx: Transaction, user: UserId): Promise<void> {
  await tx.query('DELETE FROM review_days WHERE user_id = $1', [user])
  await tx.query('DELETE FROM recall_tallies WHERE user_id = $1', [user])
  await markTallied(tx, user, null)
}

/** Notes what the learner's tallies were counted by; null: they no longer follow the log. */
export async function markTallied(tx: Transaction, user: UserId, talliedBy: string | null): Promise<void> {
  await tx.query('UPDATE users SET tallied_by = $2 WHERE id = $1', [user, talliedBy])
}
