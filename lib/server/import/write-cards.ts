import 'server-only'
import { createHash } from 'node:crypto'
import { ownCardId } from '../../content/own-card-id'
import type { ReviewEvent } from '../../review/event'
import type { Settings } from '../../review/settings'
import type { Transaction } from '../database'
import { makeStamp } from '../make-stamp'
import { recordEventsIn } from '../reviews'
import type { UserId } from '../session'
import { getSettings } from '../settings'
import { OWN_CARD_LIMIT } from '../write-own-card'
import type { ImportedCard } from './raw-card'
import type { PastReview } from './read-anki-log'
import { ImportRefusal } from './refusal'
import { type WrittenLog, writeLog } from './write-log'

/** So many cards at once: a statement's parameters stay a size that PostgreSQL likes. */
const CHUNK = 1000

/**
 * Writes cards as the learner's own. One that was reviewed elsewhere comes with those reviews, the others come
 * into the deck as new. A card whose very words were imported before is left as it is, and given what reviews of
 * it are not in the log yet. Throws ImportRefusal where there would be too many.
 */
export async function writeCards(
  tx: Transaction,
  user: UserId,
  cards: readonly ImportedCard[],
  now: number,
): Promise<{ fresh: ImportedCard[]; already: number; log: WrittenLog }> {
  const settings = await getSettings(user)
  const fresh: ImportedCard[] = []
  const log: WrittenLog = { reviews: 0, already: 0, cards: new Set(), skipped: {} }
  for (let from = 0; from < cards.length; from += CHUNK) {
    const part = new Map(
      cards
        .slice(from, from + CHUNK)
        .map((card) => [ownCardId(uuidOf(user, card.question, card.answer)), card]),
    )
    const each = [...part.values()]
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO own_cards (user_id, id, question, answer, tags)
       SELECT $1, card.id, card.question, card.answer, string_to_array(card.tags, ',')
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS card(id, question, answer, tags)
       ON CONFLICT (user_id, id) DO NOTHING RETURNING id`,
      [
        user,
        [...part.keys()],
        each.map(({ question }) => question),
        each.map(({ answer }) => answer),
        each.map(({ tags }) => tags.join(',')),
      ],
    )
    const written = new Set(rows.map(({ id }) => id))
    const kept = await listKept(tx, user, [...part.keys()])
    const brought = [...part].filter(([cardId, { past }]) => past.length > 0 && kept.has(cardId))
    const past = brought.flatMap(([cardId, card]) =>
      card.past.map((review) => toEvent(user, cardId, review, settings)),
    )
    await writeLog(tx, user, past, now, log)
    const added = [...part].flatMap(([cardId, card]): ReviewEvent[] =>
      written.has(cardId) && card.past.length === 0
        ? [{ ...makeStamp(settings, now), kind: 'add', cardId, source: 'deck' }]
        : [],
    )
    await recordEventsIn(tx, user, added, now)
    fresh.push(...[...part].flatMap(([id, card]) => (written.has(id) ? [card] : [])))
  }
  await checkLimit(tx, user)
  return { fresh, already: cards.length - fresh.length, log }
}

/**
 * A review that happened elsewhere, as an event of the log. Its id follows from what it is, so that it is known
 * again; its day from the learner's own zone, since the file does not say another.
 */
function toEvent(
  user: UserId,
  cardId: string,
  { at, grade, durationMs }: PastReview,
  { zone, dayStartsAt }: Settings,
): ReviewEvent {
  const id = uuidOf(user, cardId, `anki ${at}`)
  const common = { id, cardId, at, zone, dayStartsAt, source: 'import' as const }
  return grade === null ? { ...common, kind: 'reset' } : { ...common, kind: 'grade', grade, durationMs }
}

/** Those of the cards that the learner has not deleted. */
async function listKept(tx: Transaction, user: UserId, ids: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM own_cards WHERE user_id = $1 AND id = ANY($2) AND deleted_at IS NULL',
    [user, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Throws ImportRefusal where the learner now has more cards of their own than they may. */
export async function checkLimit(tx: Transaction, user: UserId): Promise<void> {
  const { rows } = await tx.query<{ cards: number }>(
    'SELECT count(*)::int AS cards FROM own_cards WHERE user_id = $1 AND deleted_at IS NULL',
    [user],
  )
  if (rows[0]!.cards > OWN_CARD_LIMIT)
    throw new ImportRefusal(
      `With these you would have ${rows[0]!.cards} cards of your own; there may be ${OWN_CARD_LIMIT}.`,
    )
}

/** The same words give the same id, so that an import can be repeated. */
function uuidOf(...words: [UserId, string, string]): string {
  const hash = createHash('sha256').update(words.join('\0')).digest('hex')
  // A UUID of version 8, the one for ids made in a way of one's own (RFC 9562, 5.8).
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return [...parts, hash.slice(20, 32)].join('-')
}
