import 'server-only'
import { type Failure, fail } from '../result'

/** The refusal of someone who has tried too often, with the wait in words and in seconds. */
export function tooMany(seconds: number): Failure {
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return { ...fail('too_many', `Too many attempts. Try again in ${wait}.`), retryAfterS: seconds }
}
