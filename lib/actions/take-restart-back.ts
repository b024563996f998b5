'use server'

import { z } from 'zod'
import { takeRestartBack as takeBack } from '../server/restarts'
import { userAction } from '../server/user-action'

const run = userAction(z.object({}), (user) => takeBack(user, Date.now()))

/** Takes a gentle restart back: everything is due as it was. */
export async function takeRestartBack() {
  return run({})
}
