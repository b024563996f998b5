import { type LocalDay, localDay } from '@/lib/review/day'
import type { GradeEvent, UndoEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'

/** What the browser must know of who is learning. `id` is ANONYMOUS for someone signed out. */
export interface Learner {
  id: string
  /** IANA zone and hour of the learner's own day. */
  zone: string
  dayStartsAt: number
  twoButtons: boolean
}

export function dayOf(learner: Learner, at: number): LocalDay {
  return localDay(at, learner.zone, learner.dayStartsAt)
}

export function makeGrade(
  learner: Learner,
  graded: Pick<GradeEvent, 'cardId' | 'at' | 'grade' | 'durationMs' | 'source' | 'seed'>,
): GradeEvent {
  return { ...stamp(learner, graded.at), kind: 'grade', ...graded }
}

export function makeUndo(
  learner: Learner,
  undone: Pick<UndoEvent, 'cardId' | 'at' | 'undoes' | 'source'>,
): UndoEvent {
  return { ...stamp(learner, undone.at), kind: 'undo', ...undone }
}

function stamp({ zone, dayStartsAt }: Learner, at: number) {
  return { id: eventId(at, crypto.getRandomValues(new Uint8Array(10))), zone, dayStartsAt }
}
