import { z } from 'zod'
import { ok } from '@/lib/result'
import { getDueQueue } from '@/lib/server/due-queue'
import { userRoute } from '@/lib/server/user-route'

export const GET = userRoute(z.object({}), async (user) => ok(await getDueQueue(user, Date.now())))
