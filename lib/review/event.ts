import { z } from 'zod'
import { cardId } from '../content/card'
import { isDay, isZone, type LocalDay } from './day'

/** In lower case, as PostgreSQL gives it back, so that order by id is the same everywhere. */
const eventId = z.uuid().transform((id) => id.toLowerCase())

const common = {
  /** Made where the event happened, so that a retry is recognised. A UUID of any version; we make version 7. */
  id: eventId,
  cardId,
  /** When it happened, by the browser's clock, in ms since the epoch. The server bounds it. */
  at: z.number().int().min(0).max(8_640_000_000_000_000),
  /** The learner's IANA zone and start of day at that moment: they fix the event's day for good. */
  zone: z.string().max(64).refine(isZone, 'not an IANA time zone'),
  dayStartsAt: z.number().int().min(0).max(23),
  /** Where it happened: in a lesson, in a review, among the cards, by a gentle restart, or elsewhere before an import. */
  source: z.enum(['lesson', 'review', 'deck', 'restart', 'import']),
}

const answered = {
  grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** Time from question to grade; what the log keeps of it is capped. */
  durationMs: z.number().int().min(0).max(86_400_000),
}

export const gradeEvent = z.strictObject({
  ...common,
  ...answered,
  kind: z.literal('grade'),
  /** Days from its ideal day at which the card is to be due; the fold keeps it within the interval's window. */
  shift: z.number().int().min(-200).max(200).optional(),
  /** Of a generated card, the seed of the problem that was answered: it can be shown again from it. */
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
})

/** Practice of a lesson: an answer that the schedule does not see. */
export const cramEvent = z.strictObject({ ...common, ...answered, kind: z.literal('cram') })

/** Takes back the event `undoes` of the same card. It may arrive before the event that it names. */
export const undoEvent = z.strictObject({ ...common, kind: z.literal('undo'), undoes: eventId })

/** Hides the card until a day of the learner's. */
export const buryEvent = z.strictObject({
  ...common,
  kind: z.literal('bury'),
  until: z
    .string()
    .refine(isDay, 'not a day')
    .transform((day) => day as LocalDay),
})

export const flagEvent = z.strictObject({
  ...common,
  kind: z.literal('flag'),
  flag: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
})

/** `reset`: what was known of the card is forgotten, the log stays. `add`: a new card, to be asked for the first time. */
export const plainEvent = z.strictObject({
  ...common,
  kind: z.enum(['suspend', 'unsuspend', 'unbury', 'reset', 'add']),
})

export const reviewEvent = z.discriminatedUnion('kind', [
  gradeEvent,
  cramEvent,
  undoEvent,
  buryEvent,
  flagEvent,
  plainEvent,
])

export type GradeEvent = z.output<typeof gradeEvent>
export type CramEvent = z.output<typeof cramEvent>
export type UndoEvent = z.output<typeof undoEvent>
export type ReviewEvent = z.output<typeof reviewEvent>
export type EventSource = ReviewEvent['source']

/** At most this many events in one request. */
export const BATCH_LIMIT = 500

/** The envelope alone: each event is parsed by itself, so that one bad event does not hold up the others. */
export const reviewBatch = z.strictObject({
  events: z.array(z.unknown()).min(1).max(BATCH_LIMIT),
  /**
   * Whose events the browser takes them to be. Another tab may have signed in as someone else since the
   * page was loaded: where this is not the session's learner, the batch is refused whole, as `conflict`.
   */
  learner: z.uuid().optional(),
})

export type EventRefusal = 'invalid' | 'ahead_of_clock' | 'before_account' | 'unknown_card'

/** What the server answers for one event, at the event's own place in the batch. `duplicate` is as good as `recorded`. */
export type EventAnswer =
  | { id: string; outcome: 'recorded' | 'duplicate' }
  | { id: string | null; outcome: 'refused'; code: EventRefusal }
