import type { CardFace } from '@/lib/content/card-face'
import type { LocalDay } from '@/lib/review/day'
import type { Flag } from '@/lib/review/flag'
import type { Vacation } from '@/lib/review/plan'
import type { CardState } from '@/lib/review/schedule'

/** A card of the queue: what is shown of it, what is known of it, and what the learner put on it. */
export interface DueCard {
  face: CardFace
  state: CardState | null
  flag: Flag
  note: string | null
}

/** What is to be reviewed now: made by the server, for the page and for GET /api/due. */
export interface DueQueue {
  today: LocalDay
  /** The first cards of the queue, as many as a session takes. */
  cards: DueCard[]
  /** How many are due in all, within the day's limits. */
  due: number
  /** Ids of the cards due; null where there are more than are worth listing. */
  dueIds: string[] | null
  /** Due, and held back by the day's limits. */
  held: { reviews: number; fresh: number }
  /** The first later day on which another card falls due; null where there is none. */
  nextDueDay: LocalDay | null
  /** How many cards are due tomorrow, and can be had today. */
  aheadCount: number
  /** Whether the learner has any card yet. */
  isEmptyDeck: boolean
  /** How many cards are due on each day to come, for the days that have any. */
  load: Partial<Record<LocalDay, number>>
  /** The vacation that holds everything back today. */
  vacation: Vacation | null
  /** Set where a gentle restart is worth offering: days without a review, and reviews due. */
  restart: { breakDays: number; due: number } | null
  /** A gentle restart that still holds cards back, and the day on which the last of them comes. */
  restarted: { cards: number; until: LocalDay } | null
}

/** What a session asks: what is due, what is due beyond the day's limits, tomorrow's cards, or one lesson for practice. */
export type ReviewMode = 'due' | 'unlimited' | 'ahead' | 'cram'

/** The queue as the server sees it now; null where it cannot be had. */
export async function fetchDueQueue(mode: ReviewMode): Promise<DueQueue | null> {
  if (mode === 'cram') return null
  const query = mode === 'due' ? '' : `?mode=${mode}`
  try {
    const response = await fetch(`/api/due${query}`, { signal: AbortSignal.timeout(20_000) })
    return response.ok ? ((await response.json()) as DueQueue) : null
  } catch {
    return null
  }
}
