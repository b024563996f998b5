import { fail, ok } from '@/lib/result'
import { reviewBatch } from '@/lib/review/event'
import { recordEvents } from '@/lib/server/reviews'
import { userRoute } from '@/lib/server/user-route'

export const POST = userRoute(reviewBatch, async (user, { events, learner }) => {
  if (learner !== undefined && learner !== user)
    return fail('conflict', 'These reviews are another learner’s.')
  const recorded = await recordEvents(user, events, Date.now())
  return recorded ? ok(recorded) : fail('unauthenticated')
})
