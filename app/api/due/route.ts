import { z } from 'zod'
import { ok } from '@/lib/result'
import { getDueQueue } from '@/lib/server/due-queue'
import { userRoute } from '@/lib/server/user-route'

const query = z.object({ mode: z.enum(['due', 'unlimited', 'ahead']).default('due') })

export const GET = userRoute(query, async (user, { mode }) =>
  ok(await getDueQueue(user, Date.now(), { isUnlimited: mode === 'unlimited', isAhead: mode === 'ahead' })),
)
