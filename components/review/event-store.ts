import type { ReviewEvent } from '@/lib/review/event'

/** Owner of the answers given while nobody was signed in. */
export const ANONYMOUS = 'anonymous'

/** An event that the server has not acknowledged yet, and whose it is. */
export interface KeptEvent {
  id: string
  /** A learner's id, or ANONYMOUS. An event is never sent for anyone else. */
  owner: string
  event: ReviewEvent
  /** How often its time was put right after a refusal. */
  redated: number
}

/** An event that the server will not take, with its reason: kept, so that nothing vanishes unseen. */
export interface RefusedEvent {
  id: string
  owner: string
  event: ReviewEvent
  code: string
}

/** What became of a batch: written in one transaction. */
export interface Settlement {
  done: readonly string[]
  refused: readonly RefusedEvent[]
  redated: readonly KeptEvent[]
}

/** Where events wait until the server has them. Lists come in the order of ids, which is that of time. */
export interface EventStore {
  /** Whether events outlive the tab. */
  readonly isDurable: boolean
  put(events: readonly KeptEvent[]): Promise<void>
  list(owner: string, limit?: number): Promise<KeptEvent[]>
  count(owner: string): Promise<number>
  settle(settlement: Settlement): Promise<void>
  listRefused(owner: string): Promise<RefusedEvent[]>
  forgetRefused(owner: string): Promise<void>
  /** Gives the events of ANONYMOUS to a learner; returns how many. */
  adopt(owner: string): Promise<number>
  close(): void
}
