'use server'

import { z } from 'zod'
import { ok } from '../result'
import { restoreSettings as restore } from '../server/settings-changes'
import { userAction } from '../server/user-action'

const run = userAction(z.object({}), async (user) => {
  const restored = await restore(user)
  if (!restored.ok) return restored
  return ok(null)
})

/** Takes the latest change of the review settings back. */
export async function restoreSettings(_previous: unknown, form: FormData) {
  return run(form)
}
