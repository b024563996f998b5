import 'server-only'
import type { CardFace } from '@/lib/content/card-face'
import { isOwnCardId } from '@/lib/content/own-card-id'
import { type LocalDay, localDay } from '@/lib/review/day'
import type { Folded } from '@/lib/review/fold'
import { explainInterval, type HistoryEntry, listHistory } from '@/lib/review/history'
import { reasonWords } from '@/lib/review/reason-words'
import { retrievability } from '@/lib/review/schedule'
import { findNotes } from './card-notes'
import { findFolds } from './cards'
import { findCard, findCardFace } from './content'
import { pool } from './database'
import { findOwnCard, type OwnCard, toFace } from './own-cards'
import { readLogs } from './review-log'
import type { UserId } from './session'
import { getSettings } from './settings'

/** All that is shown of one card. */
export interface CardPage {
  face: CardFace
  /** The words that its learner may edit; null for a card of the course. */
  own: OwnCard | null
  folded: Folded | null
  note: string
  history: HistoryEntry[]
  /** Why it is due when it is; null for a card that was never graded. */
  reason: string | null
  /** Probability of recall today, 0..1; null on the day of a review, when it says nothing. */
  recall: number | null
  today: LocalDay
  zone: string
}

/** A card as its learner sees it; null for one that is neither of the course's nor theirs. */
export async function findCardPage(user: UserId, cardId: string, now: number): Promise<CardPage | null> {
  const own = isOwnCardId(cardId) ? await findOwnCard(user, cardId) : null
  const face = own ? toFace(own) : findCard(cardId) ? findCardFace(cardId) : null
  if (!face) return null
  const settings = await getSettings(user)
  const placing = { cardId, plan: settings.plan }
  const today = localDay(now, settings.zone, settings.dayStartsAt)
  const [folds, notes, logs] = await Promise.all([
    findFolds(user, [cardId]),
    findNotes(user, [cardId]),
    readLogs(pool, user, [cardId]),
  ])
  const history = listHistory(logs.get(cardId) ?? [], placing)
  const folded = folds.get(cardId) ?? null
  const last = history.find((entry) => entry.kind === 'grade' && !entry.isUndone)
  const isExplained = folded?.state && last?.kind === 'grade' && last.after
  return {
    face,
    own,
    folded,
    note: notes.get(cardId) ?? '',
    history,
    reason: isExplained
      ? reasonWords(explainInterval(last.before, last.after!, placing), settings.plan)
      : null,
    recall:
      folded?.state && folded.state.lastDay < today
        ? retrievability(folded.state, today, settings.plan)
        : null,
    today,
    zone: settings.zone,
  }
}
