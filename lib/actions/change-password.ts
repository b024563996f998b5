'use server'

import { changePasswordInput } from '../server/account-input'
import { changePassword as change } from '../server/accounts'
import { userAction } from '../server/user-action'

const run = userAction(changePasswordInput, (_user, input, session) => change(session, input))

/** Sets a new password and signs out every other browser. */
export async function changePassword(_previous: unknown, form: FormData) {
  return run(form)
}
