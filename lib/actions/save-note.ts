'use server'

import { noteInput } from '../review/card-input'
import { saveNote as save } from '../server/card-notes'
import { userAction } from '../server/user-action'

const run = userAction(noteInput, save)

/** Keeps the learner's note on a card. */
export async function saveNote(_previous: unknown, form: FormData) {
  return run(form)
}
