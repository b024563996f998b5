import 'server-only'
import { openSqlite } from '../sqlite'
import type { RawCard } from './raw-card'
import { MOST_UNPACKED, readZip } from './read-zip'
import { ImportRefusal } from './refusal'
import { unpackZstd } from './unpack-zstd'

const MOST_NOTES = 20_000
const [LATEST, SECOND, FIRST] = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/**
 * The notes of an Anki package (.apkg or .colpkg), of the old format or the new: fields and tags. Its
 * schedule and its media are not read. Throws ImportRefusal.
 */
export async function readAnki(bytes: Uint8Array): Promise<RawCard[]> {
  const entries = readZip(bytes, new Set([LATEST, SECOND, FIRST]))
  // The newest that is there is the real one: beside it lies an old one that says only "too new".
  const packed = entries.get(LATEST)
  const collection = packed ? unpackZstd(packed, MOST_UNPACKED) : (entries.get(SECOND) ?? entries.get(FIRST))
  if (!collection) throw new ImportRefusal('The archive holds no collection of Anki’s.')
  const sqlite = await openSqlite()
  try {
    const database = new sqlite.Database(collection)
    try {
      // A view, or a column that computes itself, would run what the file says: only plain tables are read.
      const [table] = database.exec("SELECT sql FROM sqlite_master WHERE name = 'notes' AND type = 'table'")
      const sql = String(table?.values[0]?.[0] ?? '')
      if (sql === '' || /\bAS\s*\(|\bVIRTUAL\b/i.test(sql))
        throw new ImportRefusal('The collection has no notes that we can read.')
      const [found] = database.exec(`SELECT flds, tags FROM notes ORDER BY id LIMIT ${MOST_NOTES + 1}`)
      const rows = found?.values ?? []
      if (rows.length > MOST_NOTES)
        throw new ImportRefusal(
          `The collection has more than ${MOST_NOTES} notes: export a single deck of it.`,
        )
      return rows.flatMap(([fields, tags]) => toCards(String(fields ?? ''), String(tags ?? '')))
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    throw new ImportRefusal('The collection is damaged: it cannot be read.')
  }
}

/** A note as cards: one for each cloze of its first field, else its first field and what the others say. */
function toCards(fields: string, tags: string): RawCard[] {
  const [first = '', ...others] = fields.split('\u001f')
  const extra = others.filter((field) => field.trim() !== '').join('<br>')
  const common = { tags: tags.split(/\s+/), isHtml: true }
  const clozes = new Set([...first.matchAll(CLOZE)].map(([, number]) => number!))
  if (clozes.size === 0) return [{ ...common, question: first, answer: extra }]
  return [...clozes].slice(0, 20).map((asked) => ({
    ...common,
    question: first.replace(CLOZE, (_, number, text, hint) => (number === asked ? `[${hint ?? '…'}]` : text)),
    answer: `${first.replace(CLOZE, (_, number, text) => (number === asked ? `<b>${text}</b>` : text))}<br>${extra}`,
  }))
}

/** {{c1::text::hint}}, without clozes within it: those of Anki's that nest lose only their braces' outer pair. */
const CLOZE = /\{\{c(\d{1,3})::([^{}]*?)(?:::([^{}]*?))?\}\}/g
