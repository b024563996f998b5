'use server'

import { revalidatePath } from 'next/cache'
import { reminderInput } from '../review/reminder'
import { saveReminder as save } from '../server/reminders'
import { userAction } from '../server/user-action'

const run = userAction(reminderInput, (user, input) => save(user, input, Date.now()))

/** Sets when the learner is reminded by e-mail, if at all. */
export async function saveReminder(_previous: unknown, form: FormData) {
  const result = await run(form)
  if (result.ok) revalidatePath('/settings/reminders')
  return result
}
