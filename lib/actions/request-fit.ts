'use server'

import { z } from 'zod'
import { userAction } from '../server/user-action'
import { requestFit as request } from '../server/weight-fits'

const run = userAction(z.object({}), (user) => request(user))

/** Asks for the weights to be fitted to the learner's own reviews, beside the requests. */
export async function requestFit(_previous: unknown, form: FormData) {
  return run(form)
}
