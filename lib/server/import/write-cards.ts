import 'server-only'
import { createHash } from 'node:crypto'
import { ownCardId } from '../../content/own-card-id'
import type { Transaction } from '../database'
import { makeStamp } from '../make-stamp'
import { recordEventsIn } from '../reviews'
import type { UserId } from '../session'
import { getSettings } from '../settings'
import { OWN_CARD_LIMIT } from '../write-own-card'
import type { ImportedCard } from './raw-card'
import { ImportRefusal } from './refusal'

/** So many events at once: a statement's parameters stay a size that PostgreSQL likes. */
export const CHUNK = 1000

/**
 * Writes cards as the learner's own and adds them to the deck as new ones. A card whose very words were
 * imported before is left as it is. Throws ImportRefusal where there would be too many.
 */
export async function writeCards(
  tx: Transaction,
  user: UserId,
  cards: readonly ImportedCard[],
  now: number,
): Promise<{ fresh: ImportedCard[]; already: number }> {
  const settings = await getSettings(user)
  const fresh: ImportedCard[] = []
  for (let from = 0; from < cards.length; from += CHUNK) {
    const part = new Map(cards.slice(from, from + CHUNK).map((card) => [idOf(user, card), card]))
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
    const added = [...part.keys()].filter((id) => written.has(id))
    await recordEventsIn(
      tx,
      user,
      added.map((cardId) => ({ ...makeStamp(settings, now), kind: 'add', cardId, source: 'deck' })),
      now,
    )
    fresh.push(...added.map((id) => part.get(id)!))
  }
  await checkLimit(tx, user)
  return { fresh, already: cards.length - fresh.length }
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
function idOf(user: UserId, { question, answer }: ImportedCard): string {
  const hash = createHash('sha256').update(`${user}\0${question}\0${answer}`).digest('hex')
  // A UUID of version 8, the one for ids made in a way of one's own (RFC 9562, 5.8).
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`]
  return ownCardId([...parts, hash.slice(20, 32)].join('-'))
}
