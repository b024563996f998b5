import { addDays, daysBetween, type LocalDay } from './day'
import { chanceOf, hashText } from './hash'
import type { Plan } from './plan'
import { type CardState, dueDayOf, grade, retrievability } from './schedule'

/** A deck as a simulation of it needs it. */
export interface SimulatedDeck {
  cards: readonly { cardId: string; state: CardState }[]
  /** New cards that wait, and how many are met in a day. */
  newCards: number
  newPerDay: number
}

/** A bigger deck is simulated by so many of its cards, and the result is scaled. */
const SAMPLE = 400

/**
 * How many cards a learner would review on each of the coming days under a plan, the first being today: each
 * card is played forward once, remembered with the probability that FSRS gives it. The dice are a hash of the
 * card and its review, so that two plans are compared on the same luck, and a look twice is the same look.
 */
export function simulateWorkload(deck: SimulatedDeck, plan: Plan, today: LocalDay, days: number): number[] {
  const perDay = new Array<number>(days).fill(0)
  const sample = sampleOf(deck.cards)
  const weight = sample.length > 0 ? deck.cards.length / sample.length : 1
  for (const { cardId, state } of sample) {
    const dueDay = dueDayOf(state, { cardId, plan })
    play({ ...state, dueDay }, cardId, weight)
  }
  for (let number = 0; number < deck.newCards; number++) {
    const on = deck.newPerDay > 0 ? Math.floor(number / deck.newPerDay) : days
    if (on >= days) break
    const cardId = `new-${number}`
    const day = addDays(today, on)
    perDay[on]! += 1
    play(grade(null, { grade: 3, at: 0, day }, { cardId, plan }), cardId, 1)
  }
  return perDay

  function play(start: CardState, cardId: string, weight: number) {
    const placing = { cardId, plan }
    let state = start
    for (;;) {
      const day = state.dueDay < today ? today : state.dueDay
      const place = daysBetween(today, day)
      if (place >= days) return
      perDay[place]! += weight
      const isRecalled = chanceOf(`${cardId} ${state.reps}`) < retrievability(state, day, plan)
      if (!isRecalled) state = grade(state, { grade: 1, at: 0, day }, placing)
      state = grade(state, { grade: 3, at: 0, day }, placing)
    }
  }
}

function sampleOf<T extends { cardId: string }>(cards: readonly T[]): readonly T[] {
  if (cards.length <= SAMPLE) return cards
  // By hash, not by place: whatever order the deck comes in, neighbours are alike in it.
  return cards.toSorted((a, b) => hashText(a.cardId) - hashText(b.cardId)).slice(0, SAMPLE)
}
