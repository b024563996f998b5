'use server'

import { redirect } from 'next/navigation'
import { ok } from '../result'
import { signInInput } from '../server/account-input'
import { postAuth } from '../server/auth-call'
import { failureInUrl } from '../server/sign-in-message'
import { openAction } from '../server/user-action'

const run = openAction(signInInput, async ({ email, password, from }) => {
  const failure = failureInUrl(
    await postAuth(['callback', 'credentials'], { email, password, callbackUrl: from }),
  )
  return failure ?? ok(from)
})

/** Signs in with e-mail and password, and goes on to `from`. */
export async function signIn(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) redirect(result.value)
  return result
}
