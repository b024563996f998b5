import { addDays, type LocalDay } from './day'

/** A deck as its learner's calendar sees it. */
export interface DueDeck {
  today: LocalDay
  /** Cards still to be asked today. */
  due: number
  /** Due today, and held back by the day's limit. */
  held: number
  /** Cards that fall due on each day to come. */
  load: Readonly<Record<LocalDay, number>>
  reviewsPerDay: number
}

/**
 * How many cards are to be asked on each of the next days, today first, for the days that have any: as the deck
 * stands, each card once. What a day's limit does not hold waits for the next one.
 */
export function listDueDays(deck: DueDeck, days: number): { day: LocalDay; cards: number }[] {
  let waiting = deck.held
  const listed = [{ day: deck.today, cards: deck.due }]
  for (let place = 1; place < days; place += 1) {
    const day = addDays(deck.today, place)
    waiting += deck.load[day] ?? 0
    const cards = Math.min(waiting, deck.reviewsPerDay)
    waiting -= cards
    listed.push({ day, cards })
  }
  return listed.filter(({ cards }) => cards > 0)
}
