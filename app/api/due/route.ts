import { z } from 'zod'
import { ok } from '@/lib/result'
import { getDueQueue } from '@/lib/server/due-queue'
import { userRoute } from '@/lib/server/user-route'

const query = z.object({
  mode: z.enum(['due', 'unlimited', 'ahead']).default('due'),
  /** How many cards to bring along; as many as a session takes if left out. */
  cards: z.coerce.number().int().min(1).max(500).optional(),
})

export const GET = userRoute(query, async (user, { mode, cards }) =>
  ok(
    await getDueQueue(user, Date.now(), {
      isUnlimited: mode === 'unlimited',
      isAhead: mode === 'ahead',
      cards,
    }),
  ),
)
