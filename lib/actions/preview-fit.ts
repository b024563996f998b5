'use server'

import { fitInput } from '../review/fit-input'
import { userAction } from '../server/user-action'
import { previewFit as preview } from '../server/weight-fits'

const run = userAction(fitInput, (user, { fit }) => preview(user, fit, Date.now()))

/** What the weights of a fit would do to the learner's own deck. Changes nothing. */
export async function previewFit(_previous: unknown, form: FormData) {
  return run(form)
}
