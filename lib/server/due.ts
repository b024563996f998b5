import 'server-only'
import { cache } from 'react'
import { localDay } from '@/lib/review/day'
import { countDue } from './cards'
import type { UserId } from './session'
import { getSettings } from './settings'

/** How many of the learner's cards are due today, in their own zone and day; counted once a request. */
export const findDue = cache(async (user: UserId): Promise<number> => {
  const { zone, dayStartsAt } = await getSettings(user)
  return countDue(user, localDay(Date.now(), zone, dayStartsAt))
})
