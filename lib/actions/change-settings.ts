'use server'

import { ok } from '../result'
import { changeSettings as change } from '../server/settings-changes'
import { settingsForm } from '../server/settings-input'
import { userAction } from '../server/user-action'

const run = userAction(settingsForm, async (user, settings) => {
  await change(user, settings)
  return ok(null)
})

/** Changes how the learner reviews. */
export async function changeSettings(_previous: unknown, form: FormData) {
  return run(form)
}
