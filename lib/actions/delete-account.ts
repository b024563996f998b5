'use server'

import { redirect } from 'next/navigation'
import { deleteAccountInput } from '../server/account-input'
import { deleteAccount as remove } from '../server/accounts'
import { dropCookie } from '../server/sign-out'
import { userAction } from '../server/user-action'

const run = userAction(deleteAccountInput, remove)

/** Deletes the account and everything in it, for good. */
export async function deleteAccount(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (!result.ok) return result
  await dropCookie()
  redirect('/sign-in?notice=deleted')
}
