import { FEWEST_REVIEWS, type FitOutcome } from './fit'

/** What came of a fit, in a few sentences: what was measured, on what, and nothing beyond it. */
export function fitWords(result: FitOutcome | { outcome: 'failed' }): string[] {
  switch (result.outcome) {
    case 'failed':
      return [
        'The fit did not come to an end. Your reviews and settings are as they were. Try it again later.',
      ]
    case 'too_few':
      return [
        `You have ${count(result.reviews)} on a later day than the one before: only such tell how long you remember. A fit needs ${FEWEST_REVIEWS}.`,
        'With fewer, chance would be fitted and not you. The weights in use stay.',
      ]
    case 'not_better':
      return [
        `On your last ${count(result.heldOut)}, fitted weights would not have been clearly closer to what you remembered. The weights in use stay.`,
        comparison(result),
      ]
    case 'better':
      return [
        `On your last ${count(result.heldOut)} these would have been ${percent(1 - result.lossAfter / result.lossBefore)} closer to what you remembered.`,
        comparison(result),
      ]
  }
}

function comparison(result: Exclude<FitOutcome, { outcome: 'too_few' }>): string {
  const past = result.reviews - result.heldOut
  return `They were fitted to the ${count(past)} before those, so they had not seen what they were tested on. Log loss was ${loss(result.lossBefore)} with the weights then in use and ${loss(result.lossAfter)} with the fitted ones; less is closer.`
}

function count(reviews: number): string {
  return `${reviews.toLocaleString('en-GB')} ${reviews === 1 ? 'review' : 'reviews'}`
}

function percent(share: number): string {
  const percent = share * 100
  return percent < 0.1 ? 'less than 0.1 %' : `${percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`
}

function loss(value: number): string {
  return value.toFixed(4)
}
