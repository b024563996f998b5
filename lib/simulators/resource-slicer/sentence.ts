import { unknownService } from './fleet'
import type { SliceParams } from './params'
import { noLabel, type Slice } from './slice'
import type { SliceView } from './view'

export const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
const rate = ({ requests, errors }: Pick<Slice, 'requests' | 'errors'>) =>
  requests === 0 ? 0 : errors / requests

/** The name of a group, as a reader says it. */
export const sliceName = ({ values }: Slice) => values.join(', ')

/** The group that fails most, and how often the others do together; null for fewer than two groups. */
export function worstOf(
  slices: readonly Slice[],
): { worst: Slice; worstRate: number; restRate: number } | null {
  const seen = slices.filter(({ requests }) => requests >= 10)
  if (seen.length < 2) return null
  const worst = [...seen].sort((one, other) => rate(other) - rate(one))[0]!
  const rest = seen.filter((slice) => slice !== worst)
  const sum = (of: 'requests' | 'errors') => rest.reduce((total, slice) => total + slice[of], 0)
  return {
    worst,
    worstRate: rate(worst),
    restRate: rate({ requests: sum('requests'), errors: sum('errors') }),
  }
}

/** Whether the errors are of one group: it fails far more often than all others together. */
export function isConcentrated(slices: readonly Slice[]): boolean {
  const found = worstOf(slices)
  return found !== null && found.worstRate > 0.1 && found.worstRate > 4 * found.restRate
}

/** What to look at while the run plays: it does not change, so that it is said once. */
export function watchSlices({ groupBy, thenBy }: SliceParams): string {
  const keys = thenBy === 'none' ? groupBy : `${groupBy}, then ${thenBy}`
  return `Requests by ${keys}. The crossed part of a bar has failed.`
}

/** What the answer says, and what it does not. */
export function explainSlices(view: SliceView, params: SliceParams): string {
  const { requests, errors, answer } = view
  if (requests === 0) return 'Nothing has been seen yet, or the filter lets nothing through.'
  const parts = [`${errors} of ${requests} requests failed (${percent(errors / requests)}).`]
  if (!answer.ok) parts.push(`Prometheus gives no answer: ${answer.message}.`)
  else parts.push(sliceWords(answer.slices, params))
  if (params.identity === 'unknown' && params.groupBy === 'service.name') {
    parts.push(`checkout and payment are both ${unknownService}: nobody can tell them apart.`)
  }
  if (view.mixed && view.mixed.samples.length > 1) {
    const { increase, trueIncrease } = view.mixed
    parts.push(
      `Two instances of payment write one series: Prometheus takes each fall for a restart and reckons ${increase} requests, where there were ${trueIncrease}.`,
    )
  }
  return parts.join(' ')
}

function sliceWords(slices: readonly Slice[], params: SliceParams): string {
  if (slices.every(({ values }) => values.includes(noLabel))) {
    return `The series have no label for ${params.groupBy}: it is in target_info, so everything is one group.`
  }
  const found = worstOf(slices)
  if (found === null) return 'There is one group only: nothing to compare.'
  const { worst, worstRate, restRate } = found
  return isConcentrated(slices)
    ? `The errors concentrate: ${sliceName(worst)} fails ${percent(worstRate)}, all the others together ${percent(restRate)}.`
    : params.fault === 'none'
      ? 'Nothing is wrong in the shop, and no group stands out.'
      : `No group stands out: the worst, ${sliceName(worst)}, fails ${percent(worstRate)}, the others ${percent(restRate)}. Try another attribute.`
}
