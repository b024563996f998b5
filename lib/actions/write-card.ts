'use server'

import { writeCardInput } from '../review/card-input'
import { userAction } from '../server/user-action'
import { writeOwnCard } from '../server/write-own-card'

const run = userAction(writeCardInput, (user, input) => writeOwnCard(user, input, Date.now()))

/** Makes a card of the learner's own. */
export async function writeCard(_previous: unknown, form: FormData) {
  return run(form)
}
