import 'server-only'
import { openSqlite } from '../sqlite'
import type { RawCard, Skipped } from './raw-card'
import { cardKey, isPlainTable, type PastReview, readAnkiLog } from './read-anki-log'
import { MOST_UNPACKED, readZip } from './read-zip'
import { ImportRefusal } from './refusal'
import { unpackZstd } from './unpack-zstd'

const MOST_NOTES = 20_000
const [LATEST, SECOND, FIRST] = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/**
 * The notes of an Anki package (.apkg or .colpkg), of the old format or the new: fields, tags, and the reviews of
 * their cards, with those that were left out. Its schedule and its media are not read. Throws ImportRefusal.
 */
export async function readAnki(bytes: Uint8Array): Promise<{ cards: RawCard[]; skipped: Skipped }> {
  const entries = readZip(bytes, new Set([LATEST, SECOND, FIRST]))
  // The newest that is there is the real one: beside it lies an old one that says only "too new".
  const packed = entries.get(LATEST)
  const collection = packed ? unpackZstd(packed, MOST_UNPACKED) : (entries.get(SECOND) ?? entries.get(FIRST))
  if (!collection) throw new ImportRefusal('The archive holds no collection of Anki’s.')
  const sqlite = await openSqlite()
  try {
    const database = new sqlite.Database(collection)
    try {
      if (!isPlainTable(database, 'notes'))
        throw new ImportRefusal('The collection has no notes that we can read.')
      const [found] = database.exec(`SELECT id, flds, tags FROM notes ORDER BY id LIMIT ${MOST_NOTES + 1}`)
      const rows = found?.values ?? []
      if (rows.length > MOST_NOTES)
        throw new ImportRefusal(
          `The collection has more than ${MOST_NOTES} notes: export a single deck of it.`,
        )
      const { reviews, skipped } = readAnkiLog(database)
      const take = (key: string) => {
        const past = reviews.get(key) ?? []
        reviews.delete(key)
        return past
      }
      const cards = rows.flatMap(([id, fields, tags]) =>
        toCards(String(fields ?? ''), String(tags ?? ''), (place) => take(cardKey(Number(id), place))),
      )
      // A note asked from both of its sides has two cards there, and one here.
      const others = [...reviews.values()].reduce((sum, past) => sum + past.length, 0)
      return {
        cards,
        skipped: others > 0 ? { ...skipped, 'reviews of a note’s other cards': others } : skipped,
      }
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('The collection is damaged: it cannot be read.')
  }
}

/**
 * A note as cards: one for each cloze of its first field, else its first field and what the others say. `pastOf`
 * gives the reviews of the note's card at a place, which for a cloze is its number less one.
 */
function toCards(fields: string, tags: string, pastOf: (place: number) => PastReview[]): RawCard[] {
  const [first = '', ...others] = fields.split('\u001f')
  const extra = others.filter((field) => field.trim() !== '').join('<br>')
  const common = { tags: tags.split(/\s+/), isHtml: true }
  const clozes = new Set([...first.matchAll(CLOZE)].map(([, number]) => number!))
  if (clozes.size === 0) return [{ ...common, question: first, answer: extra, past: pastOf(0) }]
  return [...clozes].slice(0, 20).map((asked) => ({
    ...common,
    question: first.replace(CLOZE, (_, number, text, hint) => (number === asked ? `[${hint ?? '…'}]` : text)),
    answer: `${first.replace(CLOZE, (_, number, text) => (number === asked ? `<b>${text}</b>` : text))}<br>${extra}`,
    past: pastOf(Number(asked) - 1),
  }))
}

/** {{c1::text::hint}}, without clozes within it: those of Anki's that nest lose only their braces' outer pair. */
const CLOZE = /\{\{c(\d{1,3})::([^{}]*?)(?:::([^{}]*?))?\}\}/g
