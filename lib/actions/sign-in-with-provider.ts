'use server'

import { redirect } from 'next/navigation'
import { fail, ok } from '../result'
import { providerInput } from '../server/account-input'
import { postAuth } from '../server/auth-call'
import { listProviders } from '../server/auth-providers'
import { failureInUrl } from '../server/sign-in-message'
import { openAction } from '../server/user-action'
import { keepZone } from '../server/zone-cookie'

const run = openAction(providerInput, async ({ provider, zone, from }) => {
  if (!listProviders().includes(provider)) return fail('unavailable', 'This provider is not set up here.')
  await keepZone(zone)
  const url = await postAuth(['signin', provider], { callbackUrl: from })
  return failureInUrl(url) ?? ok(url)
})

/** Sends the browser to the provider, whose answer comes back to next-auth. */
export async function signInWithProvider(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) redirect(result.value)
  return result
}
