import 'server-only'
import type { ImportSummary } from '../../review/import-summary'
import { findPlace } from '../content'
import type { Transaction } from '../database'
import type { UserId } from '../session'
import type { ExportFile } from './read-export'
import { checkLimit } from './write-cards'
import { type WrittenLog, writeLog } from './write-log'

/**
 * Merges our own export: cards by their ids, the log by the ids of its events, notes and reading where there
 * is nothing yet. What is in the account already stays as it is. Throws ImportRefusal.
 */
export async function writeExport(
  tx: Transaction,
  user: UserId,
  file: ExportFile,
  now: number,
): Promise<Omit<ImportSummary, 'format'>> {
  const own = new Map(file.own_cards.map((card) => [card.id, card]))
  const cards = [...own.values()].map((card) => {
    const place = card.lesson === null ? null : findPlace(card.lesson, card.heading)
    return { ...card, lesson: place ? card.lesson : null, heading: place?.heading ?? null }
  })
  const { rows: written } = await tx.query<{ id: string }>(
    `INSERT INTO own_cards (user_id, id, question, answer, lesson, heading, tags, deleted_at)
     SELECT $1, card.id, card.question, card.answer, card.lesson, card.heading,
       coalesce(string_to_array(nullif(card.tags, ''), ','), '{}'), CASE WHEN card.is_deleted THEN $8::timestamptz END
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::bool[])
       AS card(id, question, answer, lesson, heading, tags, is_deleted)
     ON CONFLICT (user_id, id) DO NOTHING RETURNING id`,
    [
      user,
      cards.map(({ id }) => id),
      cards.map(({ question }) => question),
      cards.map(({ answer }) => answer),
      cards.map(({ lesson }) => lesson),
      cards.map(({ heading }) => heading),
      cards.map(({ tags }) => tags.join(',')),
      new Date(now),
      cards.map(({ isDeleted }) => isDeleted),
    ],
  )
  await checkLimit(tx, user)
  const log: WrittenLog = { reviews: 0, already: 0, cards: new Set(), skipped: {} }
  await writeLog(tx, user, file.review_events, now, log)
  const fresh = written.map(({ id }) => own.get(id)!).filter(({ isDeleted }) => !isDeleted)
  const notes = new Map(file.card_notes.map((note) => [note.cardId, note.text]))
  const noted = await tx.query(
    `INSERT INTO card_notes (user_id, card_id, text)
     SELECT $1, note.* FROM unnest($2::text[], $3::text[]) AS note
     ON CONFLICT (user_id, card_id) DO NOTHING`,
    [user, [...notes.keys()], [...notes.values()]],
  )
  const read = await tx.query(
    `INSERT INTO section_reads (user_id, lesson, section, read_at)
     SELECT $1, read.* FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS read
     ON CONFLICT (user_id, lesson, section) DO NOTHING`,
    [
      user,
      file.section_reads.map(({ lesson }) => lesson),
      file.section_reads.map(({ section }) => section),
      file.section_reads.map(({ read_at }) => new Date(read_at)),
    ],
  )
  await tx.query(
    `INSERT INTO lesson_visits (user_id, lesson, section, visited_at)
     SELECT $1, visit.* FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS visit
     ON CONFLICT (user_id, lesson) DO NOTHING`,
    [
      user,
      file.lesson_visits.map(({ lesson }) => lesson),
      file.lesson_visits.map(({ section }) => section),
      file.lesson_visits.map(({ visited_at }) => new Date(visited_at)),
    ],
  )
  return {
    ...{
      cards: fresh.length,
      reviews: log.reviews,
      reviewedCards: log.cards.size,
      notes: noted.rowCount ?? 0,
      sections: read.rowCount ?? 0,
    },
    ...{ already: log.already + cards.length - written.length, skipped: log.skipped },
    samples: fresh.slice(0, 5).map(({ question, answer, tags }) => ({ question, answer, tags })),
  }
}
