import { byTimeThenId, type Folded, fold, foldOn } from '../fold'
import type { Placing } from '../placement'
import { retrievability } from '../schedule'
import type { TimedEvent } from '../timed-event'
import { type CardTally, countGrade, countPractice, emptyTally } from './tally'

/** The fold of a card's log, and what the same log adds to the learner's statistics. */
export interface TalliedFold {
  folded: Folded | null
  tally: CardTally
}

type Happened = Exclude<TimedEvent, { kind: 'undo' }>

const nothingUndone: ReadonlySet<string> = new Set()

/** As `fold`, with the card's tally: both are functions of the log alone, whatever the order that it is given in. */
export function foldTallied(events: readonly TimedEvent[], placing: Placing): TalliedFold {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.undoes] : [])))
  return follow(null, inOrder(events, undone), placing)
}

/** As `foldOn`, with what the events add to the card's tally; null where `foldOn` is. */
export function foldTalliedOn(
  before: Folded,
  events: readonly TimedEvent[],
  undone: ReadonlySet<string>,
  placing: Placing,
): TalliedFold | null {
  if (!foldOn(before, events, undone, placing)) return null
  return follow(before, inOrder(events, undone), placing)
}

function inOrder(events: readonly TimedEvent[], undone: ReadonlySet<string>): Happened[] {
  return events
    .flatMap((event) => (event.kind === 'undo' || undone.has(event.id) ? [] : [event]))
    .sort(byTimeThenId)
}

/** The events one after the other, since what was expected of an answer is known only just before it. */
function follow(before: Folded | null, events: readonly Happened[], placing: Placing): TalliedFold {
  const tally = emptyTally()
  let folded = before
  // Marks that a card had before it came into the deck.
  const marks: Happened[] = []
  for (const event of events) {
    if (event.kind === 'cram') {
      countPractice(tally, event)
      continue
    }
    if (event.kind === 'grade') {
      const state = folded?.state ?? null
      countGrade(tally, state, event, () => (state ? retrievability(state, event.day, placing.plan) : 1))
    }
    if (folded === null) {
      marks.push(event)
      folded = fold(marks, placing)
    } else folded = foldOn(folded, [event], nothingUndone, placing)
  }
  return { folded, tally }
}
