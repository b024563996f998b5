'use server'

import { revalidatePath } from 'next/cache'
import { revokeTokenInput } from '../review/token-input'
import { revokeToken as revoke } from '../server/api-tokens'
import { userAction } from '../server/user-action'

const run = userAction(revokeTokenInput, (user, { id }) => revoke(user, id))

/** Ends one of the learner's personal tokens. */
export async function revokeToken(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) revalidatePath('/settings/tokens')
  return result
}
