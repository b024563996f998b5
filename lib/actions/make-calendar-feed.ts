'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { makeCalendarFeed as make } from '../server/calendar-feeds'
import { userAction } from '../server/user-action'

const run = userAction(z.object({}), (user) => make(user))

/** Makes the secret address of the learner's calendar; the answer is the only time that it can be seen. */
export async function makeCalendarFeed(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) revalidatePath('/settings/reminders')
  return result
}
