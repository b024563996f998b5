import { z } from 'zod'
import { fail, ok } from '@/lib/result'
import { countAttempt, limits } from '@/lib/server/attempts'
import { findFeedOwner, readCalendarFeed } from '@/lib/server/calendar-feeds'
import { tooMany } from '@/lib/server/too-many'
import { identifiedRoute } from '@/lib/server/user-route'

/** A calendar program knows its owner's secret address, and nothing else: no cookie is looked at. */
export function GET(request: Request): Promise<Response> {
  const asked = request.headers.get('if-none-match') ?? ''
  const route = identifiedRoute(
    async ({ url }) => {
      const secret = /^\/api\/calendar\/([\w-]+)\.ics$/.exec(new URL(url).pathname)?.[1]
      const user = secret === undefined ? null : await findFeedOwner(secret)
      return user === null ? fail('not_found', 'There is no calendar at this address.') : ok(user)
    },
    z.object({}),
    async (user) => {
      const wait = await countAttempt(limits.calendarFeed, user)
      if (wait > 0) return tooMany(wait)
      const { text, etag } = await readCalendarFeed(user, Date.now())
      const headers = { etag, 'cache-control': 'private, no-cache' }
      if (isNamed(etag, asked)) return ok(new Response(null, { status: 304, headers }))
      return ok(
        new Response(text, {
          headers: {
            ...headers,
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': 'inline; filename="spanwise.ics"',
          },
        }),
      )
    },
  )
  return route(request)
}

/** Whether an If-None-Match names this ETag, by the weak comparison of RFC 9110, 13.1.2. */
function isNamed(etag: string, asked: string): boolean {
  return asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*')
}
