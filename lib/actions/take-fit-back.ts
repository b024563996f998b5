'use server'

import { z } from 'zod'
import { userAction } from '../server/user-action'
import { takeFitBack as takeBack } from '../server/weight-fits'

const run = userAction(z.object({}), (user) => takeBack(user))

/** Puts the weights into use that were in use before those that were fitted. */
export async function takeFitBack(_previous: unknown, form: FormData) {
  return run(form)
}
