import type { GradeEvent, ReviewEvent, UndoEvent } from '@/lib/review/event'
import type { UserId } from '@/lib/server/session'

/** A grade event with everything that a test does not care about filled in. */
export function gradeEvent(fields: Partial<GradeEvent> & Pick<GradeEvent, 'cardId' | 'at'>): GradeEvent {
  return {
    kind: 'grade',
    id: crypto.randomUUID(),
    grade: 3,
    zone: 'Europe/Berlin',
    dayStartsAt: 4,
    durationMs: 4000,
    source: 'review',
    ...fields,
  }
}

/** The event that takes a grade back. */
export function undoOf(event: ReviewEvent, id: string = crypto.randomUUID()): UndoEvent {
  const { cardId, zone, dayStartsAt, source } = event
  return { kind: 'undo', id, undoes: event.id, cardId, zone, dayStartsAt, source, at: event.at + 1000 }
}

/** For tests alone: the only other mint is lib/server/session.ts. */
export function asUser(user: { id: string }): UserId {
  return user.id as UserId
}
