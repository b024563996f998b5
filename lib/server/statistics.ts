import 'server-only'
import { addDays, localDay } from '@/lib/review/day'
import { retrievability } from '@/lib/review/schedule'
import { calibrate } from '@/lib/review/statistics/calibration'
import { difficultyShares, medianOf, stabilityShares } from '@/lib/review/statistics/distribution'
import { forecastDue } from '@/lib/review/statistics/forecast'
import { trueRetention } from '@/lib/review/statistics/retention'
import { lookBack } from '@/lib/review/statistics/year'
import { pool } from './database'
import { ensureTallies } from './recount'
import type { UserId } from './session'
import { getSettings } from './settings'
import { listStatedCards, type StatedCard } from './statistics-deck'
import { listStatedTopics } from './statistics-topics'
import { listTalliedDays, readRecallBins } from './tallies'

/** How far the forecast looks ahead, and how far the days look back, in days. */
const AHEAD_DAYS = 90
const BACK_DAYS = 30

/** All that the statistics page shows. `now` in ms. */
export type Statistics = Awaited<ReturnType<typeof getStatistics>>

/** The learner's statistics, on the day that it is for them. Days and recalls are counted as the log grows. */
export async function getStatistics(user: UserId, now: number) {
  const [settings] = await Promise.all([getSettings(user), ensureTallies(user)])
  const today = localDay(now, settings.zone, settings.dayStartsAt)
  const [deck, days, bins] = await Promise.all([
    listStatedCards(user),
    listTalliedDays(pool, user),
    readRecallBins(pool, user),
  ])
  const cards = deck.map((card) => ({ ...card, recall: recallOf(card) }))
  const graded = cards.flatMap(({ dueDay, buriedUntil, suspended, stability, difficulty }) =>
    dueDay === null || stability === null || difficulty === null
      ? []
      : [{ dueDay, buriedUntil, suspended, stability, difficulty }],
  )
  const byDay = new Map(days.map((day) => [day.day, day]))
  return {
    today,
    target: settings.plan.retention,
    /** The weights were fitted to the very log that they are judged by. */
    isFitted: settings.plan.weights !== null,
    newPerDay: settings.newPerDay,
    cards: { all: cards.length, graded: graded.length, fresh: cards.length - graded.length },
    forecast: forecastDue(graded, today, AHEAD_DAYS),
    recent: Array.from({ length: BACK_DAYS }, (_, place) => {
      const day = addDays(today, place - BACK_DAYS + 1)
      const { reviews = 0, spentMs = 0, met = 0, practised = 0, practisedMs = 0 } = byDay.get(day) ?? {}
      return { day, reviews: reviews + practised, spentMs: spentMs + practisedMs, met }
    }),
    retention: [
      { days: 30, ...trueRetention(days, addDays(today, -29)) },
      { days: 90, ...trueRetention(days, addDays(today, -89)) },
      { days: 365, ...trueRetention(days, addDays(today, -364)) },
    ],
    stability: {
      shares: stabilityShares(graded.map(({ stability }) => stability)),
      median: medianOf(graded.map(({ stability }) => stability)),
    },
    difficulty: difficultyShares(graded.map(({ difficulty }) => difficulty)),
    year: lookBack(days, today),
    calibration: calibrate(bins, days),
    lessons: listStatedTopics(cards),
  }

  function recallOf({ stability, lastDay }: StatedCard): number | null {
    return stability === null || lastDay === null
      ? null
      : retrievability({ stability, lastDay }, today, settings.plan)
  }
}
