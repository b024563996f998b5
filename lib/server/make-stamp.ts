import 'server-only'
import { randomBytes } from 'node:crypto'
import { eventId } from '../review/event-id'
import type { Settings } from '../review/settings'

/** What every event has, for one that the server makes on the learner's behalf at `now` (ms). */
export function makeStamp({ zone, dayStartsAt }: Pick<Settings, 'zone' | 'dayStartsAt'>, now: number) {
  return { id: eventId(now, randomBytes(10)), at: now, zone, dayStartsAt }
}
