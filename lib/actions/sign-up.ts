'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { fail, ok } from '../result'
import { signUpInput } from '../server/account-input'
import { createAccount } from '../server/accounts'
import { countAttempt, limits } from '../server/attempts'
import { postAuth } from '../server/auth-call'
import { clientAddress } from '../server/client-address'
import { canMail } from '../server/mail'
import { failureInUrl } from '../server/sign-in-message'
import { tooMany } from '../server/too-many'
import { openAction } from '../server/user-action'

const run = openAction(signUpInput, async ({ email, password, zone, from }) => {
  // With mail an account begins with a link (send-link.ts): nobody learns from it who has one.
  if (canMail) return fail('unavailable', 'Sign up by the link that we send you.')
  const wait = await countAttempt(limits.signUpAddress, clientAddress(await headers()))
  if (wait > 0) return tooMany(wait)
  const made = await createAccount({ email, password, zone })
  if (!made.ok) return made
  const failure = failureInUrl(
    await postAuth(['callback', 'credentials'], { email, password, callbackUrl: from }),
  )
  return failure ?? ok(from)
})

/** Makes an account with e-mail and password, signs in to it, and goes on to `from`. */
export async function signUp(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) redirect(result.value)
  return result
}
