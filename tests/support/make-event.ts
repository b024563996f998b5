import type { ReviewEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'

type Bare<E> = E extends ReviewEvent ? Omit<E, 'id' | 'zone' | 'dayStartsAt' | 'source'> : never

/** An event as a browser in UTC would make it. */
export function makeEvent<E extends Bare<ReviewEvent>>(event: E) {
  const id = eventId(event.at, crypto.getRandomValues(new Uint8Array(10)))
  return { id, zone: 'UTC', dayStartsAt: 4, source: 'deck' as const, ...event }
}
