import { localDay } from './day'
import type { ReviewEvent } from './event'
import type { LoggedEvent } from './fold'

/** An event as the log keeps it: its day is fixed by the zone and the start of day that it brings. */
export function toLogged(event: ReviewEvent): LoggedEvent {
  const { id, at } = event
  switch (event.kind) {
    case 'grade': {
      const day = localDay(at, event.zone, event.dayStartsAt)
      return { kind: 'grade', id, at, day, grade: event.grade, shift: event.shift ?? null }
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
