'use server'

import { z } from 'zod'
import { fail } from '../result'
import { readOffToken, turnRemindersOff as turnOff } from '../server/reminders'
import { openAction } from '../server/user-action'

const run = openAction(z.object({ token: z.string().max(200) }), async ({ token }) => {
  const user = readOffToken(token)
  return user === null
    ? fail('not_found', 'This link is not whole. Turn them off in your settings instead.')
    : turnOff(user)
})

/** Turns off the reminders of whoever the link in a mail was written to. */
export async function turnRemindersOff(_previous: unknown, form: FormData) {
  return run(form)
}
