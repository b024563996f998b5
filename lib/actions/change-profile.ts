'use server'

import { ok } from '../result'
import { profileInput } from '../server/account-input'
import { changeProfile as change } from '../server/accounts'
import { userAction } from '../server/user-action'

const run = userAction(profileInput, async (user, input) => {
  await change(user, input)
  return ok(null)
})

/** Saves the learner's name. */
export async function changeProfile(_previous: unknown, form: FormData) {
  return run(form)
}
