import 'server-only'
import { z } from 'zod'
import { cardId } from '../../content/card'
import { isOwnCardId } from '../../content/own-card-id'
import { editCardInput, noteInput } from '../../review/card-input'
import { EXPORT_FORMAT, EXPORT_VERSION } from '../export/export-json'
import { KIND, SOURCE } from '../review-log'
import { ImportRefusal } from './refusal'

const instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    const at = Date.parse(text)
    if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'not a time' })
    return at
  })
const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+$/)
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)
const inverse = (numbers: Record<string, number>) =>
  new Map(Object.entries(numbers).map(([name, number]) => [number, name]))
const [kinds, sources] = [inverse(KIND), inverse(SOURCE)]

/** A row of the log, as an event that `recordEvents` takes; what is wrong with it is for that to say. */
const event = z
  .object({
    ...{ id: z.string(), card_id: z.string(), kind: z.number(), reviewed_at: instant, zone: z.string() },
    ...{ day_starts_at: z.number(), source: z.number(), duration_ms: z.number() },
    ...{ grade: maybe(z.number()), shift: maybe(z.number()), undoes: maybe(z.string()) },
    ...{ until_day: maybe(z.string()), flag: maybe(z.number()), variant_seed: maybe(z.number()) },
  })
  .transform((row) => {
    const kind = kinds.get(row.kind)
    const common = {
      ...{ id: row.id, cardId: row.card_id, at: row.reviewed_at, zone: row.zone, kind },
      ...{ dayStartsAt: row.day_starts_at, source: sources.get(row.source) },
    }
    const answered = { ...common, grade: row.grade, durationMs: row.duration_ms }
    if (kind === 'grade')
      return {
        ...answered,
        ...(row.shift !== null && { shift: row.shift }),
        ...(row.variant_seed !== null && { seed: row.variant_seed }),
      }
    if (kind === 'cram') return answered
    if (kind === 'undo') return { ...common, undoes: row.undoes }
    if (kind === 'bury') return { ...common, until: row.until_day }
    return kind === 'flag' ? { ...common, flag: row.flag } : common
  })

const ownCard = z
  .object({
    ...{ id: z.string().refine(isOwnCardId), question: z.string(), answer: z.string() },
    ...{ lesson: maybe(slug), heading: maybe(slug), tags: z.array(z.string()), deleted_at: maybe(instant) },
  })
  .transform((row, context) => {
    const { id: cardId, deleted_at: deletedAt, ...words } = row
    const isDeleted = deletedAt !== null
    if (isDeleted) return { ...words, id: cardId, isDeleted, question: '', answer: '', tags: [] as string[] }
    const checked = editCardInput.safeParse({ ...words, cardId, tags: words.tags.join(',') })
    if (!checked.success) {
      context.addIssue({ code: 'custom', message: 'not a card' })
      return z.NEVER
    }
    const { question, answer, tags } = checked.data
    return { ...words, id: cardId, isDeleted, question, answer, tags }
  })

const file = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  review_events: z.array(event).max(500_000),
  own_cards: z.array(ownCard).max(20_000),
  card_notes: z
    .array(z.object({ card_id: cardId, text: z.string() }))
    .max(50_000)
    .transform((notes) => notes.map(({ card_id: cardId, text }) => noteInput.parse({ cardId, text }))),
  section_reads: z.array(z.object({ lesson: slug, section: slug, read_at: instant })).max(20_000),
  lesson_visits: z.array(z.object({ lesson: slug, section: slug, visited_at: instant })).max(2_000),
})

export type ExportFile = z.output<typeof file>

/** Our own export, as far as it can be taken over. Throws ImportRefusal with the place of the first fault. */
export function readExport(bytes: Uint8Array): ExportFile {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ImportRefusal('The file is not JSON.')
  }
  const { version } = (value ?? {}) as { version?: unknown }
  if (typeof version === 'number' && version > EXPORT_VERSION)
    throw new ImportRefusal('The file was written by a newer Spanwise: update this one first.')
  let parsed: ReturnType<typeof file.safeParse>
  try {
    parsed = file.safeParse(value)
  } catch {
    throw new ImportRefusal('The file is no export of Spanwise’s: a note in it cannot be read.')
  }
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  throw new ImportRefusal(
    `The file is no export of Spanwise’s: ${fault?.path.slice(0, 3).join('.') || 'it'} cannot be read.`,
  )
}
