import type { CardFace } from '@/lib/content/card-face'
import type { LocalDay } from '@/lib/review/day'
import type { CardState } from '@/lib/review/schedule'

/** What is to be reviewed now: made by the server, for the page and for GET /api/due. */
export interface DueQueue {
  today: LocalDay
  /** The first cards of the queue, as many as a session takes. */
  cards: { face: CardFace; state: CardState | null }[]
  /** How many are due in all. */
  due: number
  /** Ids of the cards due; null where there are more than are worth listing. */
  dueIds: string[] | null
  /** The first later day on which another card falls due; null where there is none. */
  nextDueDay: LocalDay | null
  /** Whether the learner has any card yet. */
  isEmptyDeck: boolean
}

/** The queue as the server sees it now; null where it cannot be had. */
export async function fetchDueQueue(): Promise<DueQueue | null> {
  try {
    const response = await fetch('/api/due', { signal: AbortSignal.timeout(20_000) })
    return response.ok ? ((await response.json()) as DueQueue) : null
  } catch {
    return null
  }
}
