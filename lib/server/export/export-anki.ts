import 'server-only'
import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { Database } from 'sql.js'
import type { CardFace } from '../../content/card-face'
import { type LocalDay, localDay, startOfDay } from '../../review/day'
import type { TimedEvent } from '../../review/timed-event'
import { type StateColumns, stateColumns, toFolded } from '../card-states'
import { pool } from '../database'
import { env } from '../env'
import { findFaces } from '../faces'
import { type LogRow, logColumns, toEvent } from '../review-log'
import type { UserId } from '../session'
import { getSettings } from '../settings'
import { openSqlite } from '../sqlite'
import { firstDayOf, toAnkiCard, toAnkiReviews } from './anki-cards'
import { ANKI_SCHEMA, ankiConf, ankiDeckOptions, ankiDecks, ankiModels } from './anki-schema'

/** Anki tells note types and decks by their ids: the same in every export, so that a second one adds to the first. */
const MODEL_ID = 1_764_000_000_000
const FIRST_DECK_ID = 1_764_000_000_001

/**
 * The learner's deck as an .apkg: their cards with what is known of them, a deck for each lesson and one
 * for their own, and the log. No media. `now` in ms.
 */
export async function exportAnki(user: UserId, now: number): Promise<Uint8Array> {
  const { zone, dayStartsAt, plan } = await getSettings(user)
  const today = localDay(now, zone, dayStartsAt)
  const [states, log] = await Promise.all([
    pool.query<StateColumns>(
      `SELECT ${stateColumns} FROM card_states WHERE user_id = $1 ORDER BY added_at, card_id`,
      [user],
    ),
    pool.query<LogRow>(
      `SELECT card_id, ${logColumns} FROM review_events WHERE user_id = $1 ORDER BY reviewed_at, id`,
      [user],
    ),
  ])
  const faces = await findFaces(
    user,
    states.rows.map((row) => row.card_id),
  )
  const events = new Map<string, TimedEvent[]>()
  for (const row of log.rows) {
    const ofCard = events.get(row.card_id) ?? []
    ofCard.push(toEvent(row))
    events.set(row.card_id, ofCard)
  }
  const firstDay = firstDayOf(
    today,
    states.rows.flatMap(({ due_day }) => (due_day === null ? [] : [due_day as LocalDay])),
  )
  const sqlite = await openSqlite()
  const collection = new sqlite.Database()
  try {
    collection.run(ANKI_SCHEMA)
    const decks = new Map<string, number>()
    const reviewIds = new Set<number>()
    for (const [place, row] of states.rows.entries()) {
      const face = faces.get(row.card_id)
      if (!face) continue
      const name = face.lesson === null ? 'Spanwise::My own cards' : `Spanwise::${face.lessonTitle}`
      if (!decks.has(name)) decks.set(name, FIRST_DECK_ID + decks.size)
      const id = now + place
      const card = toAnkiCard(toFolded(row), { plan, today, firstDay, place: place + 1 })
      addNote(collection, { id, face, at: seconds(now) })
      collection.run('INSERT INTO cards VALUES (?,?,?,0,?,-1,?,?,?,?,2500,?,?,0,0,0,?,?)', [
        ...[id, id, decks.get(name)!, seconds(now), card.type, card.queue, card.due, card.ivl],
        ...[card.reps, card.lapses, card.flags, card.data],
      ])
      for (const review of toAnkiReviews(events.get(row.card_id) ?? [], { cardId: row.card_id, plan })) {
        // Anki's log is keyed by the millisecond: two of one millisecond stand beside each other.
        let at = review.at
        while (reviewIds.has(at)) at += 1
        reviewIds.add(at)
        const { ease, ivl, lastIvl, time, type } = review
        collection.run('INSERT INTO revlog VALUES (?,?,-1,?,?,?,2500,?,?)', [
          at,
          id,
          ease,
          ivl,
          lastIvl,
          time,
          type,
        ])
      }
    }
    const begins = seconds(startOfDay(firstDay, zone, dayStartsAt))
    const names = new Map([...decks].map(([name, id]) => [id, name]))
    const deck = decks.values().next().value ?? 1
    collection.run('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)', [
      ...[begins, now, now, JSON.stringify(ankiConf(deck, MODEL_ID))],
      JSON.stringify(ankiModels(MODEL_ID, seconds(now), deck)),
      ...[JSON.stringify(ankiDecks(names, seconds(now))), JSON.stringify(ankiDeckOptions), '{}'],
    ])
    return zipSync({ 'collection.anki2': collection.export(), media: strToU8('{}') }, { level: 6 })
  } finally {
    collection.close()
  }
}

function addNote(collection: Database, { id, face, at }: { id: number; face: CardFace; at: number }) {
  const question = absolute(face.questionHtml + listChoices(face))
  const answer = absolute(face.answerHtml + (face.whyHtml ?? ''))
  // The first 8 hexadecimal digits of SHA-1 of the first field without its HTML, as Anki looks for duplicates.
  const plain = question.replace(/<[^>]+>/g, '').trim()
  const sum = Number.parseInt(createHash('sha1').update(plain).digest('hex').slice(0, 8), 16)
  const tags = ` spanwise ${[face.lesson, face.heading].filter(Boolean).join(' ')} `.replace(/ {2,}/g, ' ')
  collection.run('INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,?)', [
    ...[id, `spanwise:${face.id}`, MODEL_ID, at, tags, `${question}\u001f${answer}`, plain, sum, ''],
  ])
}

function listChoices({ choices, items }: CardFace): string {
  const listed = choices?.map(({ html }) => html) ?? items?.toSorted() ?? []
  return listed.length === 0 ? '' : `<ul>${listed.map((html) => `<li>${html}</li>`).join('')}</ul>`
}

/** Links of ours lead to this server from anywhere. */
function absolute(html: string): string {
  return html.replaceAll('href="/', `href="${env.NEXTAUTH_URL}/`)
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
