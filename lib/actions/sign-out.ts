'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ok } from '../result'
import { forgetBrowser } from '../server/sign-out'
import { userAction } from '../server/user-action'

const run = userAction(z.unknown(), async () => {
  await forgetBrowser()
  return ok(null)
})

/** Ends this browser's session and goes to the start. Signed out already is as good. */
export async function signOut() {
  await run(null)
  redirect('/')
}
