import 'server-only'
import { cache } from 'react'
import { localDay } from '@/lib/review/day'
import { dailyRoom } from '@/lib/review/queue'
import type { Settings } from '@/lib/review/settings'
import { countDeck, type DeckCounts } from './cards'
import type { UserId } from './session'
import { getSettings } from './settings'

/** What of a deck its learner is asked today: within the day's limits, and what lies beyond them. */
export interface DueToday {
  reviews: number
  fresh: number
  /** Due, and held back by the day's limits. */
  held: { reviews: number; fresh: number }
  isOnVacation: boolean
}

/** What is asked today of a deck that stands so. Cards missed today are asked whatever the limits say. */
export function dueToday(counts: DeckCounts, settings: Settings, today: string): DueToday {
  const room = dailyRoom({ ...settings, ...counts })
  const { vacation } = settings.plan
  const isOnVacation = vacation !== null && vacation.from <= today && today <= vacation.to
  if (isOnVacation) return { reviews: 0, fresh: 0, held: { reviews: 0, fresh: 0 }, isOnVacation }
  const reviews = Math.min(counts.due, room.reviews)
  const fresh = Math.min(counts.fresh, room.fresh)
  const held = { reviews: counts.due - reviews, fresh: counts.fresh - fresh }
  return { reviews: reviews + counts.missed, fresh, held, isOnVacation }
}

/** How many cards the learner is asked today, in their own zone and day; counted once a request. */
export const findDue = cache(async (user: UserId): Promise<number> => {
  const settings = await getSettings(user)
  const today = localDay(Date.now(), settings.zone, settings.dayStartsAt)
  const due = dueToday(await countDeck(user, today), settings, today)
  return due.reviews + due.fresh
})
