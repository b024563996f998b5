'use server'

import { ok } from '../result'
import { previewSettings as preview } from '../server/settings-changes'
import { settingsForm } from '../server/settings-input'
import { userAction } from '../server/user-action'

const run = userAction(settingsForm, async (user, settings) => ok(await preview(user, settings, Date.now())))

/** What these review settings would do to the learner's own deck. Changes nothing. */
export async function previewSettings(_previous: unknown, form: FormData) {
  return run(form)
}
