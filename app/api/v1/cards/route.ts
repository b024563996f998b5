import { ok } from '@/lib/result'
import { cardsQuery, pageCards } from '@/lib/server/api-pages'
import { apiRoute } from '@/lib/server/api-route'

export const GET = apiRoute('read:cards', cardsQuery, async (user, query) => ok(await pageCards(user, query)))
