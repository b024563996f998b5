import { z } from 'zod'
import { fail, ok } from '@/lib/result'
import { readOffToken, turnRemindersOff } from '@/lib/server/reminders'
import { identifiedRoute } from '@/lib/server/user-route'

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

/** Whoever opens the address of a mail's List-Unsubscribe in a browser gets the page with the button. */
export function GET(request: Request): Response {
  const location = `/reminders/off?token=${encodeURIComponent(tokenOf(request))}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** One click in a mail program (RFC 8058): no cookie, no sign-in, no redirect. */
export const POST = identifiedRoute(
  async (request) => {
    const user = readOffToken(tokenOf(request))
    return user === null ? fail('not_found', 'This address is not one of ours.') : ok(user)
  },
  z.object({}),
  (user) => turnRemindersOff(user),
  { isByQuery: true },
)
