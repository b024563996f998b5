import type { LocalDay } from './day'
import type { LoggedEvent } from './fold'

type Plain = Exclude<LoggedEvent, { kind: 'grade' | 'cram' }>
type Answer = Extract<LoggedEvent, { kind: 'grade' | 'cram' }>

/** An event of one card's log as statistics need it: an answer with its day, and with the time that it took. */
export type TimedEvent = Plain | (Answer & { day: LocalDay; durationMs: number })
