import { fail, ok } from '@/lib/result'
import { reviewBatch } from '@/lib/review/event'
import { pageReviews, reviewsQuery } from '@/lib/server/api-pages'
import { apiRoute } from '@/lib/server/api-route'
import { recordEvents } from '@/lib/server/reviews'

export const GET = apiRoute('read:reviews', reviewsQuery, async (user, query) =>
  ok(await pageReviews(user, query)),
)

export const POST = apiRoute('write:reviews', reviewBatch, async (user, { events, learner }) => {
  if (learner !== undefined && learner !== user) return fail('conflict', 'This is another learner’s token.')
  const recorded = await recordEvents(user, events, Date.now())
  return recorded ? ok(recorded) : fail('unauthenticated')
})
