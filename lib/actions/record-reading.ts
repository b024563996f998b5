'use server'

import { readingInput } from '../content/reading-input'
import { recordReading as record } from '../server/progress'
import { userAction } from '../server/user-action'

const run = userAction(readingInput, record)

/** Notes which sections the learner has read and where they are. */
export async function recordReading(reading: unknown) {
  return run(reading)
}
