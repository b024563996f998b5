import { countChurnedSeries } from '../../engine/metrics/churn'
import { countPrometheusSeries } from '../../engine/metrics/prometheus'
import type { CardinalityParams, InstrumentChoice } from './params'

/**
 * What a stored series is taken to cost, and for how long. Assumptions to be edited, not facts: published figures for
 * memory run from 0.7 to 9 KiB a series by version and measure, and prices by vendor.
 */
export type CostAssumptions = Pick<
  CardinalityParams,
  'instances' | 'instrument' | 'bytesPerSeries' | 'pricePerThousand' | 'replaceEveryHours' | 'windowHours'
>

export interface SeriesCost {
  /** Series that one attribute set makes. */
  readonly perSet: number
  /** Series that all instances have at a time. */
  readonly active: number
  /** How many times the instances were there within the window, each time under new names. */
  readonly generations: number
  /** Series within the window, with those of instances that are gone. */
  readonly inWindow: number
  readonly memoryBytes: number
  readonly moneyPerMonth: number
}

/** Boundaries advised for `http.server.request.duration`: 14, so 17 series a set. */
export const histogramBounds = 14

/** Series that Prometheus makes of one attribute set. */
export function countSeriesPerSet(instrument: InstrumentChoice): number {
  const type = instrument === 'exponential' ? 'native_histogram' : instrument
  return countPrometheusSeries(type, 1, histogramBounds)
}

/** What so many attribute sets in each instance come to in the store. */
export function costOf(setsPerInstance: number, assumed: CostAssumptions): SeriesCost {
  const { instances, replaceEveryHours, windowHours } = assumed
  const perSet = countSeriesPerSet(assumed.instrument)
  const churn = { replaceEveryHours, windowHours }
  const inWindow = countChurnedSeries({ pods: instances, seriesPerPod: setsPerInstance * perSet, ...churn })
  return {
    perSet,
    active: setsPerInstance * perSet * instances,
    generations: countChurnedSeries({ pods: 1, seriesPerPod: 1, ...churn }),
    inWindow,
    memoryBytes: inWindow * assumed.bytesPerSeries,
    moneyPerMonth: (inWindow / 1000) * assumed.pricePerThousand,
  }
}
