import { z } from 'zod'
import { countChurnedSeries, countPrometheusSeries } from '../engine'

export const instruments = ['counter', 'histogram', 'exponential'] as const
export type InstrumentChoice = (typeof instruments)[number]

/**
 * What a stored series is taken to cost. Assumptions to be edited, not facts: published figures for memory run from
 * 0.7 to 9 KiB a series by version and measure, and prices by vendor.
 */
export const costAssumptions = z.object({
  /** Bytes of a backend's memory for each active series. */
  bytesPerSeries: z.number().min(100).max(100_000).default(8192),
  /** Money for a thousand active series a month. */
  pricePerThousand: z.number().min(0).max(1000).default(8),
  /** How often every instance is replaced, in hours; 0 for never. */
  replaceEveryHours: z.number().min(0).max(720).default(0),
  /** How long a series that gets no more samples still costs. */
  windowHours: z.number().min(1).max(720).default(2),
})
export type CostAssumptions = z.output<typeof costAssumptions>

export interface SeriesCost {
  /** Series that one attribute set makes. */
  readonly perSet: number
  /** Series that all instances have at a time. */
  readonly active: number
  /** Series within the window, with those of instances that are gone. */
  readonly inWindow: number
  readonly memoryBytes: number
  readonly moneyPerMonth: number
}

/** Boundaries advised for `http.server.request.duration`: 14, so 17 series a set. */
export const histogramBounds = 14

/** What so many attribute sets in each instance come to in the store. */
export function costOf(
  setsPerInstance: number,
  instances: number,
  instrument: InstrumentChoice,
  { bytesPerSeries, pricePerThousand, replaceEveryHours, windowHours }: CostAssumptions,
): SeriesCost {
  const type = instrument === 'exponential' ? 'native_histogram' : instrument
  const perSet = countPrometheusSeries(type, 1, histogramBounds)
  const seriesPerPod = setsPerInstance * perSet
  const inWindow = countChurnedSeries({ pods: instances, seriesPerPod, replaceEveryHours, windowHours })
  return {
    perSet,
    active: seriesPerPod * instances,
    inWindow,
    memoryBytes: inWindow * bytesPerSeries,
    moneyPerMonth: (inWindow / 1000) * pricePerThousand,
  }
}
