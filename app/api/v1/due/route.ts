import { z } from 'zod'
import { ok } from '@/lib/result'
import { apiRoute } from '@/lib/server/api-route'
import { getDueQueue } from '@/lib/server/due-queue'

export const GET = apiRoute('read:due', z.object({}), async (user) => {
  const { today, due, held, nextDueDay, aheadCount } = await getDueQueue(user, Date.now(), { cards: 1 })
  return ok({ today, due, held, nextDueDay, dueTomorrow: aheadCount })
})
