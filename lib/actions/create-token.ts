'use server'

import { revalidatePath } from 'next/cache'
import { createTokenInput } from '../review/token-input'
import { createToken as create } from '../server/api-tokens'
import { userAction } from '../server/user-action'

const run = userAction(createTokenInput, (user, input) => create(user, input, Date.now()))

/** Makes a personal token; the answer is the only time that it can be seen. */
export async function createToken(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) revalidatePath('/settings/tokens')
  return result
}
