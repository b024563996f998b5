'use server'

import { fitInput } from '../review/fit-input'
import { userAction } from '../server/user-action'
import { applyFit as apply } from '../server/weight-fits'

const run = userAction(fitInput, (user, { fit }) => apply(user, fit))

/** Puts the weights of a fit into use. */
export async function applyFit(_previous: unknown, form: FormData) {
  return run(form)
}
