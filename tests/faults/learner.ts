import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@/lib/engine/random'
import { BATCH_LIMIT, type ReviewEvent } from '@/lib/review/event'
import { grades } from '@/lib/review/grade'

/** What one learner's device saw of its deliveries. */
export interface Delivered {
  acknowledged: Set<string>
  /** Requests that got no answer, or not a good one. */
  failures: number
}

/** A device's reviews: grades over some cards and days, some of them taken back. */
export function makeEvents(
  random: Random,
  count: number,
  cards: readonly string[],
  startAt: number,
): ReviewEvent[] {
  const events: ReviewEvent[] = []
  const common = { zone: 'Europe/Berlin', dayStartsAt: 4, source: 'review' as const }
  while (events.length < count) {
    const cardId = cards[Math.floor(random.next() * cards.length)]!
    const at = startAt + Math.floor(random.next() * 60 * 86_400_000)
    const id = crypto.randomUUID()
    const grade = grades[Math.floor(random.next() * 4)]!
    events.push({ ...common, kind: 'grade', id, cardId, at, grade, durationMs: 3000 })
    if (random.next() < 0.1)
      events.push({ ...common, kind: 'undo', id: crypto.randomUUID(), cardId, at: at + 500, undoes: id })
  }
  return events
}

/**
 * Sends them as a browser's queue would: in small batches, each until it is acknowledged, and one in
 * ten of them three times at once, as an impatient retry would.
 */
export async function deliver(
  address: string,
  cookie: string,
  events: ReviewEvent[],
  random: Random,
): Promise<Delivered> {
  const seen: Delivered = { acknowledged: new Set(), failures: 0 }
  for (let from = 0; from < events.length; ) {
    const size = 1 + Math.floor(random.next() * Math.min(12, BATCH_LIMIT))
    const batch = events.slice(from, from + size)
    const copies = random.next() < 0.1 ? 3 : 1
    const sent = await Promise.allSettled(Array.from({ length: copies }, () => send(address, cookie, batch)))
    const wrong = sent.find((one) => one.status === 'rejected' && one.reason instanceof Refused)
    if (wrong?.status === 'rejected') throw wrong.reason
    const answered = sent.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    seen.failures += copies - answered.length
    for (const id of answered.flat()) seen.acknowledged.add(id)
    if (answered.length > 0) from += size
    // The server is down or coming up: nothing to do but ask again.
    else await pause(50)
  }
  return seen
}

/** The server had an answer, and it was no: waiting will not help. */
class Refused extends Error {}

/** Ids acknowledged, or null where the server could not take the batch. */
async function send(address: string, cookie: string, events: ReviewEvent[]): Promise<string[] | null> {
  const response = await fetch(`${address}/api/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ events }),
    signal: AbortSignal.timeout(20_000),
  })
  if (response.status >= 500) return null
  if (!response.ok) throw new Refused(`Refused with ${response.status}: ${await response.text()}`)
  const { answers } = (await response.json()) as { answers: { id: string; outcome: string; code?: string }[] }
  const refused = answers.find((answer) => answer.outcome === 'refused')
  if (refused) throw new Refused(`Event ${refused.id} was refused: ${refused.code}`)
  return answers.map((answer) => answer.id)
}
