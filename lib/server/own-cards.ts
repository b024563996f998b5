import 'server-only'
import { type CardFace, renderOwnFace } from '@/lib/content/card-face'
import { fail, ok, type Result } from '../result'
import { findPlace } from './content'
import { database } from './database'
import type { UserId } from './session'

const textColumns = {
  id: true,
  question: true,
  answer: true,
  lesson: true,
  heading: true,
  tags: true,
} as const

/** A card of the learner's own as they wrote it. */
export interface OwnCard {
  id: string
  question: string
  answer: string
  /** Slugs of the lesson and of its heading that it came from. */
  lesson: string | null
  heading: string | null
  tags: string[]
}

/** A card that the learner wrote; null for another's, a deleted one, and one that never was. */
export async function findOwnCard(user: UserId, id: string): Promise<OwnCard | null> {
  return database.ownCard.findFirst({ where: { userId: user, id, deletedAt: null }, select: textColumns })
}

/** The faces of those of the named cards that the learner wrote and has not deleted, by id. */
export async function findOwnFaces(user: UserId, ids: readonly string[]): Promise<Map<string, CardFace>> {
  if (ids.length === 0) return new Map()
  const where = { userId: user, id: { in: [...ids] }, deletedAt: null }
  const cards = await database.ownCard.findMany({ where, select: textColumns })
  return new Map(cards.map((card) => [card.id, toFace(card)]))
}

/** All cards that the learner wrote, the latest first. */
export async function listOwnCards(user: UserId): Promise<OwnCard[]> {
  const where = { userId: user, deletedAt: null }
  return database.ownCard.findMany({
    where,
    select: textColumns,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

/** The face of a card that a learner wrote. */
export function toFace({ id, question, answer, lesson, heading }: OwnCard): CardFace {
  return renderOwnFace({ id, question, answer, place: lesson === null ? null : findPlace(lesson, heading) })
}

/** Writes a card's words anew; its reviews stay as they are. `not_found`: no such card of the learner's. */
export async function editOwnCard(
  user: UserId,
  { id, question, answer, tags }: Pick<OwnCard, 'id' | 'question' | 'answer' | 'tags'>,
): Promise<Result<null>> {
  const { count } = await database.ownCard.updateMany({
    where: { userId: user, id, deletedAt: null },
    data: { question, answer, tags, updatedAt: new Date() },
  })
  return count === 1 ? ok(null) : fail('not_found', 'This card is no longer in your deck.')
}

/** Takes a card's words away, and so the card out of the queue; its log stays. `not_found`: no such card. */
export async function deleteOwnCard(user: UserId, id: string): Promise<Result<null>> {
  const now = new Date()
  const { count } = await database.ownCard.updateMany({
    where: { userId: user, id, deletedAt: null },
    data: { question: '', answer: '', tags: [], lesson: null, heading: null, updatedAt: now, deletedAt: now },
  })
  return count === 1 ? ok(null) : fail('not_found', 'This card is no longer in your deck.')
}
