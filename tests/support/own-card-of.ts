import { ownCardId } from '@/lib/content/own-card-id'

/** The one card of their own that `createLearner` gives a learner. */
export function ownCardIdOf(userId: string): string {
  return ownCardId(userId)
}
