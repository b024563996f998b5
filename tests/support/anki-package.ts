import { strToU8, zipSync } from 'fflate'
import initSqlJs from 'sql.js'

/** The moment (ms) from which the days of a package's reviews count back. */
export const PACKED_AT = Date.parse('2026-11-24T12:00:00Z')

/** A row of Anki's log: of the note's card at a place, `days` before PACKED_AT. */
export interface Past {
  note: number
  place?: number
  days: number
  ease: number
  type?: number
  factor?: number
}

/** An .apkg of Anki's: the notes' fields and tags and the log of their cards, in the old format or the new. */
export async function ankiPackage(
  notes: [fields: string[], tags: string][],
  format: 'old' | 'new',
  past: readonly Past[] = [],
) {
  const sqlite = await initSqlJs()
  const collection = new sqlite.Database()
  collection.run(
    'CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer, tags text, flds text, sfld integer, csum integer, flags integer, data text)',
  )
  for (const [place, [fields, tags]] of notes.entries())
    collection.run('INSERT INTO notes (id, tags, flds) VALUES (?, ?, ?)', [
      place + 1,
      tags,
      fields.join('\u001f'),
    ])
  collection.run('CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer)')
  collection.run(
    'CREATE TABLE revlog (id integer PRIMARY KEY, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer, type integer)',
  )
  for (const [at, { note, place = 0, days, ease, type = 1, factor = 2500 }] of past.entries()) {
    const card = note * 100 + place
    collection.run('INSERT OR IGNORE INTO cards VALUES (?, ?, 1, ?)', [card, note, place])
    collection.run('INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 1, ?, 4200, ?)', [
      PACKED_AT - days * 86_400_000 + at,
      card,
      ease,
      factor,
      type,
    ])
  }
  const bytes = collection.export()
  collection.close()
  if (format === 'old') return zipSync({ 'collection.anki2': bytes, media: strToU8('{}') })
  return zipSync({
    meta: new Uint8Array([8, 3]),
    'collection.anki21b': storedZstd(bytes),
    'collection.anki2': strToU8('too new'),
  })
}

/** A frame of zstd whose blocks are stored as they are (RFC 8878, 3.1.1): what a decoder must take. */
function storedZstd(bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(9)
  head.writeUInt32LE(0xfd2fb528, 0)
  head[4] = 0xa0
  head.writeUInt32LE(bytes.length, 5)
  const parts: Buffer[] = [head]
  for (let at = 0; at < bytes.length; at += 65_536) {
    const block = bytes.subarray(at, at + 65_536)
    const size = Buffer.alloc(3)
    size.writeUIntLE((block.length << 3) | (at + 65_536 >= bytes.length ? 1 : 0), 0, 3)
    parts.push(size, Buffer.from(block))
  }
  return Buffer.concat(parts)
}
