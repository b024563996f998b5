'use server'

import { redirect } from 'next/navigation'
import { fail, ok } from '../result'
import { emailLinkInput } from '../server/account-input'
import { postAuth } from '../server/auth-call'
import { canMail } from '../server/mail'
import { failureInUrl } from '../server/sign-in-message'
import { openAction } from '../server/user-action'
import { keepZone } from '../server/zone-cookie'

const run = openAction(emailLinkInput, async ({ email, zone, from }) => {
  if (!canMail) return fail('unavailable', 'This server cannot send mail.')
  await keepZone(zone)
  const failure = failureInUrl(await postAuth(['signin', 'email'], { email, callbackUrl: from }))
  return failure ?? ok(null)
})

/** Mails a link that signs in, or signs up: the answer is the same. */
export async function sendLink(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) redirect('/check-mail')
  return result
}
