import 'server-only'
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding'
import {
  compareWeights,
  countTelling,
  FEWEST_REVIEWS,
  type FitOutcome,
  type FittedCard,
  heldOutSince,
  isTelling,
} from '../review/fit'
import { boundWeights, type Weights } from '../review/memory'

/** The defaults of fsrs-rs, written out: the same log gives the same weights. */
const trainingConfig = {
  numEpochs: 5,
  batchSize: 512,
  seed: 2023,
  maxSeqLen: 256,
  learningRate: 0.04,
  gamma: 1,
}
/** How often the optimiser looks up from its work, in ms. Its own default, 500, is how long the least fit would take. */
const LOOK_UP_MS = 5

/**
 * Fits weights to the earlier reviews and compares them with those in use on the later, held-out ones. Runs in
 * a process of its own (fit-program.ts): it takes the processor for as long as it needs. `progress` hears 0..1.
 */
export async function fitWeights(
  cards: readonly FittedCard[],
  current: Weights | null,
  progress: (share: number) => void = () => {},
): Promise<FitOutcome> {
  const reviews = countTelling(cards)
  if (reviews < FEWEST_REVIEWS) return { outcome: 'too_few', reviews }
  const since = heldOutSince(cards)
  const raw = await computeParameters(
    cards.flatMap((card) => itemsOf(card, since)),
    {
      enableShortTerm: true,
      trainingConfig,
      timeout: LOOK_UP_MS,
      progress: (done, all) => progress(done / all),
    },
  )
  const weights = boundWeights(raw)
  if (!weights) throw new Error(`The optimiser gave ${raw.length} weights, or some that are no numbers.`)
  const { isBetter, ...compared } = compareWeights(cards, since, current, weights)
  return { outcome: isBetter ? 'better' : 'not_better', reviews, weights, ...compared }
}

/** One item for each telling review before a moment: it, and all that led to it. */
function itemsOf(card: FittedCard, until: number): FSRSBindingItem[] {
  const past = card.filter(([at]) => at < until)
  const reviews = past.map(([, grade, elapsedDays]) => new FSRSBindingReview(grade, elapsedDays))
  return past.flatMap((graded, place) =>
    isTelling(graded) ? [new FSRSBindingItem(reviews.slice(0, place + 1))] : [],
  )
}
