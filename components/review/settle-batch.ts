import type { EventAnswer } from '@/lib/review/event'
import type { KeptEvent, Settlement } from './event-store'

/** An event's time is put right at most this often; then it is set aside. */
export const REDATE_LIMIT = 3

/**
 * What to do with a batch that was answered. `ahead_of_clock` means that this browser's clock is wrong: the
 * event moves by the difference. `before_account` is an answer given before signing up: it moves to now,
 * the moment of joining, and those of one batch keep their order. Both clocks in ms.
 */
export function settleBatch(
  sent: readonly KeptEvent[],
  answers: readonly EventAnswer[],
  clocks: { browserNow: number; serverNow: number },
): Settlement {
  const done: string[] = []
  const refused: Settlement['refused'][number][] = []
  const redated: KeptEvent[] = []
  for (const [place, kept] of sent.entries()) {
    const answer = answers[place]
    if (!answer) throw new Error(`No answer for event ${kept.id}`)
    if (answer.outcome !== 'refused') {
      done.push(kept.id)
      continue
    }
    const at = rightTime(kept.event.at, answer.code, clocks, redated.length)
    if (at === null || kept.redated >= REDATE_LIMIT) {
      const { id, owner, event } = kept
      refused.push({ id, owner, event, code: answer.code })
    } else {
      redated.push({ ...kept, event: { ...kept.event, at }, redated: kept.redated + 1 })
    }
  }
  return { done, refused, redated }
}

function rightTime(
  at: number,
  code: string,
  { browserNow, serverNow }: { browserNow: number; serverNow: number },
  place: number,
): number | null {
  if (code === 'before_account') return serverNow + place
  if (code === 'ahead_of_clock') return Math.min(serverNow, at - (browserNow - serverNow))
  return null
}
