import { localDay } from './day'
import { DURATION_CAP_MS } from './duration-cap'
import type { ReviewEvent } from './event'
import type { TimedEvent } from './timed-event'

/** An event as the log keeps it: its day is fixed by the zone and the start of day that it brings. */
export function toLogged(event: ReviewEvent): TimedEvent {
  const { id, at } = event
  switch (event.kind) {
    case 'grade': {
      const day = localDay(at, event.zone, event.dayStartsAt)
      const durationMs = Math.min(event.durationMs, DURATION_CAP_MS)
      return { kind: 'grade', id, at, day, grade: event.grade, shift: event.shift ?? null, durationMs }
    }
    case 'cram': {
      const day = localDay(at, event.zone, event.dayStartsAt)
      return { kind: 'cram', id, at, day, durationMs: Math.min(event.durationMs, DURATION_CAP_MS) }
    }
    case 'undo':
      return { kind: 'undo', id, undoes: event.undoes }
    case 'bury':
      return { kind: 'bury', id, at, until: event.until }
    case 'flag':
      return { kind: 'flag', id, at, flag: event.flag }
    default:
      return { kind: event.kind, id, at }
  }
}
