'use server'

import { reportInput } from '../review/card-input'
import { reportCard as report } from '../server/card-notes'
import { userAction } from '../server/user-action'

const run = userAction(reportInput, report)

/** Tells the author what is wrong with a card of the course. */
export async function reportCard(_previous: unknown, form: FormData) {
  return run(form)
}
