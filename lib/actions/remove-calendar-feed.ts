'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { removeCalendarFeed as remove } from '../server/calendar-feeds'
import { userAction } from '../server/user-action'

const run = userAction(z.object({}), (user) => remove(user))

/** Ends the address of the learner's calendar. */
export async function removeCalendarFeed(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) revalidatePath('/settings/reminders')
  return result
}
