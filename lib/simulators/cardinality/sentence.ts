import type { ExemplarLink } from '../../engine/metrics/exemplar-link'
import type { SeriesCost } from './cost'

/** What became of the requests of one instance. */
export interface CardinalityOutcome {
  readonly requests: number
  /** Series beside the overflow. */
  readonly series: number
  readonly limit: number
  /** Requests that are counted in the overflow only. */
  readonly inOverflow: number
  /** The request at which the overflow began; null while it has not. */
  readonly overflowedAt: number | null
  /** Requests that all series together report. */
  readonly reported: number
  readonly failures: number
  /** Failures that a query by status code finds; null where the metric does not have the status code. */
  readonly failuresFound: number | null
  /** Where the exemplars lead; null where there are none to be made. */
  readonly exemplars: Readonly<Record<ExemplarLink, number>> | null
  readonly cost: SeriesCost
}

// Making a format costs far more than using it.
const whole = new Intl.NumberFormat('en-GB')
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const number = (value: number) => whole.format(value)
const percent = (share: number) => `${oneDigit.format(share * 100)} %`

/** What is going on, in words that change only when the run comes to something new. */
export function describePhase({ requests, overflowedAt, limit }: CardinalityOutcome): string {
  if (requests === 0)
    return 'No request yet: a series is born with the first request that has its attribute values.'
  if (overflowedAt === null)
    return 'Every combination of values that comes for the first time makes a series.'
  return (
    `The limit of ${number(limit)} was reached with request ${number(overflowedAt)}. From here on, every new ` +
    'combination goes into the one series otel.metric.overflow.'
  )
}

/** What happened and why, in words: for everyone, and for those who cannot see the picture alone. */
export function explainCardinality(outcome: CardinalityOutcome): string {
  const { requests, series, limit, inOverflow, reported } = outcome
  if (requests === 0) return describePhase(outcome)
  const first =
    inOverflow === 0
      ? `${number(requests)} requests made ${number(series)} series, within the limit of ${number(limit)}.`
      : `The limit of ${number(limit)} was reached: ${number(inOverflow)} of ${number(requests)} requests went into ` +
        'the overflow, for their combination came too late for a series of its own.'
  const second =
    reported === requests
      ? `The total is exact: ${number(reported)}.`
      : `All series together report ${number(reported)}.`
  return [first, second, aboutFailures(outcome), aboutExemplars(outcome), aboutStore(outcome)]
    .filter(Boolean)
    .join(' ')
}

function aboutFailures({ failures, failuresFound, requests }: CardinalityOutcome): string {
  if (failuresFound === null)
    return 'The metric does not know the status code, so no query can ask it for failures.'
  if (failuresFound === failures) return `A query for status 500 finds all ${number(failures)} failures.`
  return (
    `But a query for status 500 finds ${number(failuresFound)} of ${number(failures)} failures, an error rate of ` +
    `${percent(failuresFound / requests)} instead of ${percent(failures / requests)}: the others are in the overflow, ` +
    'which has no status.'
  )
}

function aboutExemplars({ exemplars }: CardinalityOutcome): string {
  if (!exemplars) return ''
  const all = exemplars.linked + exemplars.dangling
  return (
    `Of ${number(all)} exemplars, ${number(exemplars.linked)} lead to a trace; the traces of the other ` +
    `${number(exemplars.dangling)} were dropped by tail sampling after the exemplar was made.`
  )
}

/** Left out where the overflow and exemplars have enough to say. */
function aboutStore({ cost, inOverflow, exemplars }: CardinalityOutcome): string {
  if (inOverflow > 0 || exemplars) return ''
  if (cost.generations > 1) {
    return (
      `The store holds ${number(cost.inWindow)} series, ${number(cost.generations)} times the ` +
      `${number(cost.active)} of one moment: an instance that is replaced leaves its series behind.`
    )
  }
  return `The store holds ${number(cost.inWindow)} series: ${number(cost.perSet)} for each set in each instance.`
}
