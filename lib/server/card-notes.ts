import 'server-only'
import { isOwnCardId } from '@/lib/content/own-card-id'
import { fail, ok, type Result } from '../result'
import { countAttempt, limits } from './attempts'
import { findCard } from './content'
import { database } from './database'
import { findOwnCard } from './own-cards'
import type { UserId } from './session'
import { tooMany } from './too-many'

/** What the learner noted on the named cards, by card id. */
export async function findNotes(user: UserId, cardIds: readonly string[]): Promise<Map<string, string>> {
  if (cardIds.length === 0) return new Map()
  const where = { userId: user, cardId: { in: [...cardIds] } }
  const notes = await database.cardNote.findMany({ where, select: { cardId: true, text: true } })
  return new Map(notes.map(({ cardId, text }) => [cardId, text]))
}

/** Keeps the learner's note on a card; an empty one takes it away. `not_found`: no such card. */
export async function saveNote(
  user: UserId,
  { cardId, text }: { cardId: string; text: string },
): Promise<Result<null>> {
  if (!(await isCardOf(user, cardId))) return fail('not_found', 'There is no such card.')
  if (text === '') {
    await database.cardNote.deleteMany({ where: { userId: user, cardId } })
    return ok(null)
  }
  await database.cardNote.upsert({
    where: { userId_cardId: { userId: user, cardId } },
    create: { userId: user, cardId, text },
    update: { text, updatedAt: new Date() },
  })
  return ok(null)
}

/** Keeps what the learner has to say about a card of the course, for its author (`npm run reports`). */
export async function reportCard(
  user: UserId,
  { cardId, text }: { cardId: string; text: string },
): Promise<Result<null>> {
  if (!findCard(cardId)) return fail('not_found', 'There is no such card.')
  const wait = await countAttempt(limits.reportCard, user)
  if (wait > 0) return tooMany(wait)
  await database.cardReport.create({ data: { userId: user, cardId, text } })
  return ok(null)
}

async function isCardOf(user: UserId, cardId: string): Promise<boolean> {
  return isOwnCardId(cardId) ? (await findOwnCard(user, cardId)) !== null : findCard(cardId) !== null
}
