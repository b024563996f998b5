import { addDays, daysBetween, type LocalDay } from '../day'

/** When a graded card is asked next. */
export interface Coming {
  dueDay: LocalDay
  buriedUntil: LocalDay | null
  suspended: boolean
}

/** How many cards come when, as the deck stands: a card counts once, on the day on which it is asked next. */
export interface Forecast {
  /** Due before today, or held back until a day that has come. */
  overdue: number
  /** On each of the coming days, today the first. */
  perDay: number[]
  /** After the last of them. */
  later: number
  suspended: number
}

/** The cards of the coming `days` days. */
export function forecastDue(cards: readonly Coming[], today: LocalDay, days: number): Forecast {
  const forecast: Forecast = { overdue: 0, perDay: new Array(days).fill(0), later: 0, suspended: 0 }
  for (const { dueDay, buriedUntil, suspended } of cards) {
    const place = daysBetween(today, buriedUntil !== null && buriedUntil > dueDay ? buriedUntil : dueDay)
    if (suspended) forecast.suspended += 1
    else if (place < 0) forecast.overdue += 1
    else if (place >= days) forecast.later += 1
    else forecast.perDay[place]! += 1
  }
  return forecast
}

/** The days of a forecast gathered by seven, with the first day of each week of them. */
export function gatherWeeks(perDay: readonly number[], today: LocalDay): { from: LocalDay; cards: number }[] {
  return Array.from({ length: Math.ceil(perDay.length / 7) }, (_, week) => ({
    from: addDays(today, week * 7),
    cards: perDay.slice(week * 7, week * 7 + 7).reduce((sum, cards) => sum + cards, 0),
  }))
}
