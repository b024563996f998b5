import 'server-only'
import type { Database, SqlValue } from 'sql.js'
import type { Grade } from '../../review/grade'
import type { Skipped } from './raw-card'
import { ImportRefusal } from './refusal'

/** A review that happened elsewhere: its time is its id there, too. */
export interface PastReview {
  /** ms since the epoch */
  at: number
  /** Null: the card was made new again. */
  grade: Grade | null
  durationMs: number
}

const MOST_CARDS = 100_000
const MOST_REVIEWS = 200_000
/** Anki's first release: nothing was reviewed before it. */
const FIRST_MS = Date.UTC(2006, 9, 1)
/** How Anki numbers what an entry is: rslib/src/revlog/mod.rs, RevlogReviewKind. */
const [FILTERED, MANUAL, RESCHEDULED] = [3, 4, 5]

/**
 * The reviews that a collection's log holds, oldest first, for each card by the key of its note and its place
 * among the note's cards. What Anki's own scheduler leaves out is left out: cards moved by hand or by a program,
 * and practice in filtered decks. Throws ImportRefusal.
 */
export function readAnkiLog(database: Database): { reviews: Map<string, PastReview[]>; skipped: Skipped } {
  const reviews = new Map<string, PastReview[]>()
  const skipped: Skipped = {}
  if (!isPlainTable(database, 'cards') || !isPlainTable(database, 'revlog')) return { reviews, skipped }
  const skip = (why: string) => {
    skipped[why] = (skipped[why] ?? 0) + 1
  }
  // Joined here and not in SQL: a file made for it could have each of its cards meet each of its reviews.
  const keys = new Map<number, string>()
  for (const [id, note, place] of read(database, 'SELECT id, nid, ord FROM cards', MOST_CARDS))
    keys.set(Number(id), cardKey(Number(note), Number(place)))
  for (const row of read(database, 'SELECT cid, id, ease, time, type, factor FROM revlog', MOST_REVIEWS)) {
    const [card, at, ease, time, kind, factor] = row.map(Number) as [
      ...[number, number, number],
      ...[number, number, number],
    ]
    const key = keys.get(card)
    const isReset = kind === MANUAL && factor === 0
    if (key === undefined) skip('reviews of cards that are not in the file')
    else if (kind === FILTERED && factor === 0) skip('answers in practice')
    else if (!isReset && (kind === MANUAL || kind === RESCHEDULED)) skip('cards moved without a review')
    else if (!Number.isSafeInteger(at) || at < FIRST_MS) skip('reviews without a time')
    else if (!isReset && !isGrade(ease)) skip('reviews without a grade')
    else {
      const listed = reviews.get(key) ?? []
      const durationMs = time > 0 ? Math.min(Math.round(time), 86_400_000) : 0
      listed.push({ at, grade: isReset ? null : (ease as Grade), durationMs })
      reviews.set(key, listed)
    }
  }
  for (const listed of reviews.values()) listed.sort((a, b) => a.at - b.at)
  return { reviews, skipped }
}

/** Names a card as its note and its place among the note's cards do. */
export function cardKey(note: number, place: number): string {
  return `${note}:${place}`
}

/** Whether it is a table as Anki makes it: a view, or a column that computes itself, would run what the file says. */
export function isPlainTable(database: Database, name: string): boolean {
  const [table] = database.exec("SELECT sql FROM sqlite_master WHERE name = ? AND type = 'table'", [name])
  const sql = String(table?.values[0]?.[0] ?? '')
  return sql !== '' && !/\bAS\s*\(|\bVIRTUAL\b/i.test(sql)
}

function read(database: Database, sql: string, most: number): SqlValue[][] {
  const rows = database.exec(`${sql} LIMIT ${most + 1}`)[0]?.values ?? []
  if (rows.length > most)
    throw new ImportRefusal(
      `The collection has more than ${most} ${sql.endsWith('cards') ? 'cards' : 'reviews'}: export a single deck of it.`,
    )
  return rows
}

function isGrade(ease: number): ease is Grade {
  return ease === 1 || ease === 2 || ease === 3 || ease === 4
}
