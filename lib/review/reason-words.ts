import type { IntervalReason } from './history'
import type { Plan } from './plan'

/** Why a card is due when it is, in a few sentences. */
export function reasonWords(reason: IntervalReason, plan: Plan): string {
  return [memorySentence(reason), idealSentence(reason, plan), movedSentence(reason)]
    .filter(Boolean)
    .join(' ')
}

function memorySentence({ grade, elapsedDays, expectedRecall }: IntervalReason): string {
  if (elapsedDays === null || expectedRecall === null)
    return grade === 1
      ? 'You met it for the first time and did not know it.'
      : `You met it for the first time and graded it ${names[grade]}.`
  const after = elapsedDays === 0 ? 'on the same day' : `after ${count(elapsedDays)}`
  const chance = `when recall was expected at ${Math.round(expectedRecall * 100)} %`
  if (grade === 1)
    return elapsedDays === 0 ? 'You missed it again on the same day.' : `You forgot it ${after}, ${chance}.`
  const how =
    grade === 3 ? 'You knew this' : grade === 2 ? 'You knew this with effort' : 'You knew this easily'
  return elapsedDays === 0
    ? `${how} again ${after}, which says little about how long it lasts.`
    : `${how} ${after}, ${chance}.`
}

function idealSentence({ grade, idealDays, isCapped }: IntervalReason, plan: Plan): string {
  if (grade === 1) return 'It is asked until you know it.'
  if (isCapped) return `It may wait no longer than your longest interval, ${count(plan.maximumInterval)}.`
  return `Recall is expected to fall to the ${Math.round(plan.retention * 100)} % that you want in ${count(idealDays)}.`
}

function movedSentence({ grade, idealDays, days, isPastVacation }: IntervalReason): string {
  if (grade === 1) return ''
  if (isPastVacation) return 'Your vacation moved it to the days after.'
  const moved = days - idealDays
  if (moved === 0) return ''
  return `It was put ${count(Math.abs(moved))} ${moved > 0 ? 'later' : 'earlier'}, to even out your days.`
}

const names = { 1: 'Forgot', 2: 'Hard', 3: 'Good', 4: 'Easy' } as const

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
