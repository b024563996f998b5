import 'server-only'
import { fail, ok, type Result } from '../../result'
import type { ImportSummary } from '../../review/import-summary'
import { inTransaction, type Transaction } from '../database'
import { lockLog } from '../review-log'
import type { UserId } from '../session'
import { type ImportedCard, readCards, type Skipped } from './raw-card'
import { readAnki } from './read-anki'
import { readCsv } from './read-csv'
import { type ExportFile, readExport } from './read-export'
import { ImportRefusal } from './refusal'
import { writeCards } from './write-cards'
import { writeExport } from './write-export'

/** Bytes that a file may have. */
export const FILE_LIMIT = 16 * 1024 * 1024

type ReadFile =
  | { format: 'spanwise'; file: ExportFile }
  | { format: 'anki' | 'csv'; cards: ImportedCard[]; skipped: Skipped }

/**
 * Takes a file into the account, all of it or nothing: our own export, a package of Anki's, or a table of
 * cards. `mode` `preview` does the same and takes it back, so that it tells exactly what `write` would do.
 * The same file a second time brings nothing new. `now` in ms. `invalid`: the file is not taken, and why.
 */
export async function importFile(
  user: UserId,
  bytes: Uint8Array,
  mode: 'preview' | 'write',
  now: number,
): Promise<Result<ImportSummary>> {
  try {
    const read = await readFile(bytes)
    return ok(
      await inTransaction(async (tx) => {
        if (!(await lockLog(tx, user))) throw new ImportRefusal('This account is gone.')
        const summary = await write(tx, user, read, now)
        if (mode === 'preview') throw new Preview(summary)
        return summary
      }),
    )
  } catch (error) {
    if (error instanceof Preview) return ok(error.summary)
    if (error instanceof ImportRefusal) return fail('invalid', error.message)
    throw error
  }
}

/** Ends the transaction of a preview: everything that it did is taken back. */
class Preview extends Error {
  constructor(readonly summary: ImportSummary) {
    super('A preview writes nothing.')
  }
}

/** What kind of file it is, is told by how it begins, not by its name. */
async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) throw new ImportRefusal('The file is empty.')
  if (bytes.length > FILE_LIMIT) throw new ImportRefusal('The file is larger than 16 MiB.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readPackage(bytes)
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 64))
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith('{')) return { format: 'spanwise', file: readExport(bytes) }
  const read = readCards(readCsv(bytes))
  if (read.cards.length === 0)
    throw new ImportRefusal('The file holds no card: a question and an answer a line.')
  return { format: 'csv', ...read }
}

async function readPackage(bytes: Uint8Array): Promise<ReadFile> {
  const read = await readAnki(bytes)
  const { cards, skipped } = readCards(read.cards)
  return { format: 'anki', cards, skipped: addUp(read.skipped, skipped) }
}

async function write(tx: Transaction, user: UserId, read: ReadFile, now: number): Promise<ImportSummary> {
  if (read.format === 'spanwise')
    return { format: read.format, ...(await writeExport(tx, user, read.file, now)) }
  const { fresh, already, log } = await writeCards(tx, user, read.cards, now)
  return {
    ...{ format: read.format, cards: fresh.length, notes: 0, sections: 0, already: already + log.already },
    ...{ reviews: log.reviews, reviewedCards: log.cards.size },
    skipped: addUp(read.skipped, log.skipped),
    samples: fresh.slice(0, 5).map(({ question, answer, tags }) => ({ question, answer, tags })),
  }
}

function addUp(some: Skipped, others: Skipped): Skipped {
  const sum = { ...some }
  for (const [why, count] of Object.entries(others)) sum[why] = (sum[why] ?? 0) + count
  return sum
}
