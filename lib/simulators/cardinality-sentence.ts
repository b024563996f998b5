/** What became of the requests of one instance. */
export interface CardinalityOutcome {
  readonly requests: number
  /** Series beside the overflow. */
  readonly series: number
  readonly limit: number
  /** Requests that are counted in the overflow only. */
  readonly inOverflow: number
  /** Requests that all series together report. */
  readonly reported: number
  readonly failures: number
  /** Failures that a query by status code finds; null where the metric does not have the status code. */
  readonly failuresFound: number | null
}

const number = (value: number) => value.toLocaleString('en-GB')

/** What happened and why, in words: for everyone, and for those who cannot see the picture alone. */
export function explainCardinality(outcome: CardinalityOutcome): string {
  const { requests, series, limit, inOverflow, reported, failures, failuresFound } = outcome
  if (requests === 0)
    return 'No request yet: a series is born with the first request that has its attribute values.'
  const first =
    inOverflow === 0
      ? `${number(requests)} requests made ${number(series)} series, within the limit of ${number(limit)}.`
      : `The limit of ${number(limit)} was reached: ${number(inOverflow)} of ${number(requests)} requests went into ` +
        'the one series otel.metric.overflow, for their attribute values came too late for a series of their own.'
  const second =
    reported === requests
      ? `The total is exact: ${number(reported)}.`
      : `All series together report ${number(reported)}.`
  if (failuresFound === null) {
    return `${first} ${second} The metric does not know the status code, so no query can ask it for failures.`
  }
  const third =
    failuresFound === failures
      ? `A query for status 500 finds all ${number(failures)} failures.`
      : `But a query for status 500 finds ${number(failuresFound)} of ${number(failures)} failures: the others are in ` +
        'the overflow, which has no status.'
  return `${first} ${second} ${third}`
}
