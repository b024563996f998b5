'use server'

import { z } from 'zod'
import { startGently as start } from '../server/restarts'
import { userAction } from '../server/user-action'

const run = userAction(z.object({}), (user) => start(user, Date.now()))

/** After a break: the most valuable cards today, the rest on the days to come. */
export async function startGently() {
  return run({})
}
