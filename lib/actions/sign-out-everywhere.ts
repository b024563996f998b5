'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ok } from '../result'
import { closeSessions } from '../server/sessions'
import { dropCookie } from '../server/sign-out'
import { userAction } from '../server/user-action'

const run = userAction(z.unknown(), async (user) => {
  await closeSessions(user)
  await dropCookie()
  return ok(null)
})

/** Ends every session of the learner's, this one too. */
export async function signOutEverywhere() {
  const result = await run(null)
  redirect(result.ok ? '/sign-in?notice=signed-out' : '/sign-in')
}
