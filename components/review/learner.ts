import { type LocalDay, localDay } from '@/lib/review/day'
import type { CramEvent, EventSource, GradeEvent, ReviewEvent, UndoEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'
import type { Flag } from '@/lib/review/flag'
import type { Plan } from '@/lib/review/plan'

/** What the browser must know of who is learning. `id` is ANONYMOUS for someone signed out. */
export interface Learner {
  id: string
  /** IANA zone and hour of the learner's own day. */
  zone: string
  dayStartsAt: number
  twoButtons: boolean
  /** What places due days. */
  plan: Plan
}

export function dayOf(learner: Learner, at: number): LocalDay {
  return localDay(at, learner.zone, learner.dayStartsAt)
}

export function makeGrade(
  learner: Learner,
  graded: Pick<GradeEvent, 'cardId' | 'at' | 'grade' | 'durationMs' | 'source' | 'shift' | 'seed'>,
): GradeEvent {
  return { ...stamp(learner, graded.at), kind: 'grade', ...graded }
}

export function makeUndo(
  learner: Learner,
  undone: Pick<UndoEvent, 'cardId' | 'at' | 'undoes' | 'source'>,
): UndoEvent {
  return { ...stamp(learner, undone.at), kind: 'undo', ...undone }
}

/** An answer for practice: the schedule does not see it. */
export function makeCram(
  learner: Learner,
  graded: Pick<CramEvent, 'cardId' | 'at' | 'grade' | 'durationMs' | 'source'>,
): CramEvent {
  return { ...stamp(learner, graded.at), kind: 'cram', ...graded }
}

/** What a learner may do to a card beside grading it. */
export type Mark =
  | { kind: 'suspend' | 'unsuspend' | 'unbury' | 'reset' | 'add' }
  | { kind: 'bury'; until: LocalDay }
  | { kind: 'flag'; flag: Flag }

export function makeMark(
  learner: Learner,
  marked: { cardId: string; at: number; source: EventSource },
  mark: Mark,
): ReviewEvent {
  return { ...stamp(learner, marked.at), ...marked, ...mark }
}

function stamp({ zone, dayStartsAt }: Learner, at: number) {
  return { id: eventId(at, crypto.getRandomValues(new Uint8Array(10))), zone, dayStartsAt }
}
