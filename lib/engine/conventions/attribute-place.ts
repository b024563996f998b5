/** Where a fact can be written down. */
export const attributePlaces = ['resource', 'span', 'metric', 'log', 'baggage'] as const
export type AttributePlace = (typeof attributePlaces)[number]

/** What decides where a fact belongs. */
export interface AttributeFacts {
  /**
   * What it is a fact of: whoever produces the telemetry, for as long as it lives; one operation; or one thing that
   * happened at one moment.
   */
  readonly of: 'producer' | 'operation' | 'occurrence'
  /** Whether few enough values are possible for each to have a time series. */
  readonly values: 'few' | 'many'
  /**
   * `find`: to find and read single cases by it. `break-down`: to break a rate or a latency down by it. `act`: services
   * further on act on it while they handle the request.
   */
  readonly use: 'find' | 'break-down' | 'act'
}

/** One rule of the table: the first whose condition holds decides. */
export interface PlacementRule {
  readonly place: AttributePlace
  readonly holds: (facts: AttributeFacts) => boolean
  /** The rule as a sentence. */
  readonly reason: string
  readonly source: string
}

/** In this order. The last one always holds. */
export const placementRules: readonly PlacementRule[] = [
  {
    place: 'resource',
    holds: ({ of }) => of === 'producer',
    reason:
      'It says who produced the telemetry and is the same for all that this producer sends, so it stands once, on the resource.',
    source: 'specification/resource/sdk.md; specification/overview.md, Resources',
  },
  {
    place: 'baggage',
    holds: ({ use }) => use === 'act',
    reason:
      'Other services need the value while they work. Only baggage travels with the request; no attribute does.',
    source: 'specification/baggage/api.md, Overview',
  },
  {
    place: 'log',
    holds: ({ of }) => of === 'occurrence',
    reason:
      'It describes one thing that happened at one moment, so it belongs to the record of it: a log record, or an event, which is a log record with a name.',
    source: 'specification/logs/data-model.md; semantic-conventions/docs/exceptions/exceptions-logs.md',
  },
  {
    place: 'metric',
    holds: ({ values, use }) => values === 'few' && use === 'break-down',
    reason:
      'A rate or a latency is to be broken down by it, and it has few values: each of them may have its own series.',
    source:
      'specification/metrics/sdk.md, Cardinality limits; semantic-conventions/docs/http/http-metrics.md',
  },
  {
    place: 'span',
    holds: () => true,
    reason:
      'It is a detail of one operation. A span may carry any number of values; a metric would make a new series for each.',
    source: 'specification/trace/api.md, Span; specification/metrics/sdk.md, Cardinality limits',
  },
]

/** Where a fact belongs, and the rule that says so. */
export function placeAttribute(facts: AttributeFacts): PlacementRule {
  return placementRules.find((rule) => rule.holds(facts))!
}
