import type { Instrument } from './instrument'

/** How measurements of one stream become one point. Source: specification/metrics/sdk.md, Aggregation. */
export type Aggregation =
  | { readonly kind: 'drop' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'last_value' }
  /** Ascending upper bounds, each inclusive; one more bucket takes what is above the last. */
  | { readonly kind: 'explicit_bucket_histogram'; readonly boundaries: readonly number[] }
  | {
      readonly kind: 'base2_exponential_bucket_histogram'
      /** Buckets on each side of zero, at least 2. */
      readonly maxSize: number
      readonly maxScale: number
    }

/** The SDK's boundaries where nobody says otherwise. Source: specification/metrics/sdk.md, Explicit Bucket Histogram. */
export const defaultBoundaries: readonly number[] = [
  0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000,
]

/** For durations in seconds. Source: semantic-conventions docs/http/http-metrics.md, `http.server.request.duration`. */
export const httpDurationBoundaries: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
]

/** Source: specification/metrics/sdk.md, Base2 Exponential Bucket Histogram Aggregation. */
export const defaultExponential: Aggregation = {
  kind: 'base2_exponential_bucket_histogram',
  maxSize: 160,
  maxScale: 20,
}

/** What an instrument's measurements become where no view says otherwise. */
export function defaultAggregation({ kind, advice }: Instrument): Aggregation {
  if (kind === 'histogram')
    return { kind: 'explicit_bucket_histogram', boundaries: advice?.boundaries ?? defaultBoundaries }
  if (kind === 'gauge' || kind === 'observable_gauge') return { kind: 'last_value' }
  return { kind: 'sum' }
}
