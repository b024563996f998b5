import type { QueueWorld } from '@/components/review/event-queue'
import { type EventAnswer, type ReviewEvent, reviewEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'

export const ada = '0190b0a0-0000-7000-8000-00000000000a'
export const ben = '0190b0a0-0000-7000-8000-00000000000b'
export const serverNow = Date.parse('2026-11-23T12:00:00Z')

/** A server of the wire contract: it keeps each id once, and answers at each event's own place. */
export class FakeServer implements QueueWorld {
  signedIn: string | null = ada
  createdAt = 0
  isReachable = true
  losesAnswers = false
  status = 200
  browserNow = serverNow
  refuse: (event: ReviewEvent) => boolean = () => false
  readonly log = new Map<string, ReviewEvent>()
  readonly batches: ReviewEvent[][] = []
  timers: { work: () => void; ms: number }[] = []

  now = () => this.browserNow
  random = () => 0.5
  later = (work: () => void, ms: number) => {
    const timer = { work, ms }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((each) => each !== timer)
    }
  }
  alone = (_name: string, work: () => Promise<void>) => work()

  fetch = async (_path: string, init: RequestInit): Promise<Response> => {
    if (!this.isReachable) throw new TypeError('Failed to fetch')
    const body = JSON.parse(String(init.body)) as { learner: string; events: ReviewEvent[] }
    if (!this.signedIn) return new Response('{}', { status: 401 })
    if (this.signedIn !== body.learner) return new Response('{}', { status: 409 })
    if (this.status !== 200) return new Response('{}', { status: this.status })
    if (body.events.some(this.refuse)) return new Response('{}', { status: 400 })
    this.batches.push(body.events)
    const answers = body.events.map((event) => this.take(event))
    if (this.losesAnswers) throw new TypeError('Failed to fetch')
    const headers = { date: new Date(serverNow).toUTCString() }
    return Response.json({ answers, states: [] }, { headers })
  }

  private take(event: ReviewEvent): EventAnswer {
    const { id } = reviewEvent.parse(event)
    if (event.at > serverNow + 300_000) return { id, outcome: 'refused', code: 'ahead_of_clock' }
    if (event.at < this.createdAt) return { id, outcome: 'refused', code: 'before_account' }
    if (event.cardId === 'unknown-card') return { id, outcome: 'refused', code: 'unknown_card' }
    const outcome = this.log.has(id) ? 'duplicate' : 'recorded'
    if (outcome === 'recorded') this.log.set(id, event)
    return { id, outcome }
  }
}

let made = 0
/** A grade that the wire format accepts, with an id that sorts by its time. */
export function makeEvent(at = serverNow - 10_000, cardId = 'some-card'): ReviewEvent {
  made += 1
  const chance = new Uint8Array(10)
  new DataView(chance.buffer).setUint32(6, made)
  return {
    id: eventId(at, chance),
    cardId,
    at,
    zone: 'Europe/Berlin',
    dayStartsAt: 4,
    kind: 'grade',
    grade: 3,
    durationMs: 900,
    source: 'review',
  }
}
