import { addDays, daysBetween, type LocalDay, weekdayOf } from '../day'
import type { TalliedDay } from './retention'

/** A day of the year that is shown; `answers` are reviews and practice. */
export interface YearDay {
  day: LocalDay
  answers: number
  /** 0 where there was none, else 1 to 4: quarters of the days that had any. */
  level: 0 | 1 | 2 | 3 | 4
}

/** Twelve months by week, Monday first. The first week may begin, and the last may end, within the week. */
export interface Year {
  weeks: YearDay[][]
  activeDays: number
  activeWeeks: number
  answers: number
}

/** Fifty-two weeks and the one that is under way. */
const WEEKS = 53

/**
 * The last twelve months day by day. It counts days and weeks that had an answer, and no run of them: a day on
 * which nothing was due is as blank as any other, and costs nothing.
 */
export function lookBack(days: readonly TalliedDay[], today: LocalDay): Year {
  const counts = new Map(days.map(({ day, reviews, practised }) => [day, reviews + practised]))
  const length = (WEEKS - 1) * 7 + weekdayOf(today) + 1
  const first = addDays(today, 1 - length)
  const shown = Array.from({ length }, (_, place) => {
    const day = addDays(first, place)
    return { day, answers: counts.get(day) ?? 0 }
  })
  const active = shown.filter(({ answers }) => answers > 0)
  const limits = quartersOf(active.map(({ answers }) => answers))
  const weeks: YearDay[][] = []
  for (const { day, answers } of shown) {
    const week = Math.floor(daysBetween(first, day) / 7)
    weeks[week] ??= []
    weeks[week].push({ day, answers, level: levelOf(answers, limits) })
  }
  return {
    weeks,
    activeDays: active.length,
    activeWeeks: weeks.filter((week) => week.some(({ answers }) => answers > 0)).length,
    answers: active.reduce((sum, { answers }) => sum + answers, 0),
  }
}

function quartersOf(counts: readonly number[]): number[] {
  const sorted = counts.toSorted((a, b) => a - b)
  return [0.25, 0.5, 0.75].map((part) => sorted[Math.floor(part * sorted.length)] ?? 0)
}

function levelOf(answers: number, limits: readonly number[]): YearDay['level'] {
  if (answers === 0) return 0
  return (1 + limits.filter((limit) => answers > limit).length) as 1 | 2 | 3 | 4
}
