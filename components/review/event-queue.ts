import type { EventAnswer, ReviewEvent } from '@/lib/review/event'
import type { CardState } from '@/lib/review/schedule'
import { EventMemory } from './event-memory'
import { ANONYMOUS, type EventStore, type RefusedEvent } from './event-store'
import { settleBatch } from './settle-batch'

/** No more than the server takes at once (BATCH_LIMIT of lib/review/event, which would bring zod along). */
export const BATCH_SIZE = 500
const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 60_000

export interface QueueStatus {
  /** Events that the server has not acknowledged. */
  waiting: number
  refused: readonly RefusedEvent[]
  /** `signed_out`, `other_learner`: they wait until their learner is signed in here again. */
  connection: 'ok' | 'offline' | 'unavailable' | 'signed_out' | 'other_learner'
  /** False where the browser keeps nothing: waiting events go when the tab goes. */
  isDurable: boolean
}

export interface QueueWorld {
  fetch(path: string, init: RequestInit): Promise<Response>
  now(): number
  /** 0..1 */
  random(): number
  /** Runs the work after a while; the answer calls it off. */
  later(work: () => void, ms: number): () => void
  /** Runs the work when no other tab runs work of that name. */
  alone(name: string, work: () => Promise<void>): Promise<void>
}

interface Answered {
  answers: EventAnswer[]
  states: { cardId: string; state: CardState | null }[]
}

/**
 * One learner's events on their way from this browser to the server: written down first, sent in batches,
 * and removed only when the server says that it has them. Sending twice is harmless, so when in doubt it sends.
 */
export class EventQueue {
  private status: QueueStatus
  private readonly listeners = new Set<() => void>()
  private running: Promise<void> | null = null
  private following: Promise<void> | null = null
  private writing = 0
  private failures = 0
  private size = BATCH_SIZE
  private cancelRetry: (() => void) | null = null
  private isClosed = false
  private readonly stateListeners = new Set<(states: Answered['states']) => void>()

  constructor(
    readonly owner: string,
    private store: EventStore,
    private readonly world: QueueWorld,
  ) {
    this.status = { waiting: 0, refused: [], connection: 'ok', isDurable: store.isDurable }
  }

  /** Resolves once the event is written down; sending goes on behind. */
  async add(event: ReviewEvent): Promise<void> {
    this.writing += 1
    this.tell({ waiting: this.status.waiting + 1 })
    const kept = [{ id: event.id, owner: this.owner, event, redated: 0 }]
    try {
      await this.store.put(kept)
    } catch {
      // The disk is full, or the database was taken away under us. What is in it waits there for the next
      // visit; this event and those after it live as long as the tab, and the status says so.
      this.store = new EventMemory()
      await this.store.put(kept)
      this.tell({ isDurable: false })
    } finally {
      this.writing -= 1
    }
    this.send()
  }

  /** The events that wait, in the order of their time. */
  async listWaiting(): Promise<ReviewEvent[]> {
    const kept = await this.store.list(this.owner)
    return kept.map(({ event }) => event)
  }

  /** Sends until nothing waits or the server cannot be reached. */
  flush(): Promise<void> {
    if (this.running) {
      // What was added after the running round took its list goes in one more round.
      const again = () => {
        this.following = null
        return this.flush()
      }
      this.following ??= this.running.then(again, again)
      return this.following
    }
    this.cancelRetry?.()
    this.cancelRetry = null
    this.running = this.drain().finally(() => {
      this.running = null
    })
    return this.running
  }

  async forgetRefused(): Promise<void> {
    await this.store.forgetRefused(this.owner)
    await this.recount()
  }

  getStatus = (): QueueStatus => this.status

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Tells the states that the server answers with; the answer ends it. */
  onStates(listener: (states: Answered['states']) => void): () => void {
    this.stateListeners.add(listener)
    return () => this.stateListeners.delete(listener)
  }

  close(): void {
    this.isClosed = true
    this.cancelRetry?.()
    this.store.close()
  }

  // Sending in the background has nobody to throw at: a fault of the store is shown as not durable.
  private send(): void {
    this.flush().catch(() => this.tell({ isDurable: false, connection: 'unavailable' }))
  }

  private async drain(): Promise<void> {
    if (this.owner !== ANONYMOUS && !this.isClosed)
      await this.world.alone(`spanwise-events-${this.owner}`, async () => {
        while (await this.sendBatch()) this.failures = 0
      })
    await this.recount()
  }

  /** Whether there may be more to send at once. */
  private async sendBatch(): Promise<boolean> {
    const batch = await this.store.list(this.owner, this.size)
    if (batch.length === 0) return false
    let response: Response
    let answered: Answered | null = null
    try {
      response = await this.world.fetch('/api/reviews', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ learner: this.owner, events: batch.map(({ event }) => event) }),
        // So that the last grade before a tab is closed still goes out; browsers allow it up to 64 KiB.
        keepalive: batch.length <= 100,
        signal: AbortSignal.timeout(20_000),
      })
      if (response.ok) answered = (await response.json()) as Answered
    } catch {
      return this.retryLater('offline')
    }
    if (answered) {
      const serverNow = clockOf(response) ?? this.world.now()
      const clocks = { browserNow: this.world.now(), serverNow }
      await this.store.settle(settleBatch(batch, answered.answers, clocks))
      this.size = BATCH_SIZE
      this.tell({ connection: 'ok' })
      for (const listener of this.stateListeners) listener(answered.states)
      return true
    }
    if (response.status === 401) return this.waitFor('signed_out')
    if (response.status === 409) return this.waitFor('other_learner')
    if (response.status !== 400 && response.status !== 413) return this.retryLater('unavailable')
    // The envelope as a whole was turned down: find the event that does it by halving, and set it aside.
    if (batch.length > 1) this.size = Math.ceil(batch.length / 2)
    else
      await this.store.settle({
        done: [],
        redated: [],
        refused: batch.map(({ id, owner, event }) => ({ id, owner, event, code: 'invalid' })),
      })
    return true
  }

  private waitFor(connection: QueueStatus['connection']): false {
    this.tell({ connection })
    return false
  }

  private retryLater(connection: QueueStatus['connection']): false {
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures)
    this.failures += 1
    if (!this.isClosed)
      this.cancelRetry = this.world.later(() => this.send(), wait * (0.75 + this.world.random() / 2))
    return this.waitFor(connection)
  }

  private async recount(): Promise<void> {
    if (this.isClosed) return
    const [count, refused] = await Promise.all([
      this.store.count(this.owner),
      this.store.listRefused(this.owner),
    ])
    this.tell({ waiting: count + this.writing, refused })
  }

  private tell(change: Partial<QueueStatus>): void {
    this.status = { ...this.status, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** The server's clock in ms, by its Date header, which is cut to the second: the end of that second. */
function clockOf(response: Response): number | null {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? null : at + 999
}
