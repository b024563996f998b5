import type { SamplingParams } from './params'
import { trafficMs } from './traffic'

type Assumptions = Pick<SamplingParams, 'bytesPerSpan' | 'pricePerGb' | 'heldBytesPerSpan'>

export interface SamplingCost {
  readonly bytes: number
  /** If the shop went on like this for a month of 30 days. */
  readonly perMonth: number
}

const monthMs = 30 * 24 * 3600 * 1000

/** What kept spans weigh and cost under the assumptions, from a run of `nowMs` of the shop's time. */
export function costOf(
  keptSpans: number,
  nowMs: number,
  { bytesPerSpan, pricePerGb }: Assumptions,
): SamplingCost {
  const bytes = keptSpans * bytesPerSpan
  const tookMs = Math.min(nowMs, trafficMs)
  return { bytes, perMonth: tookMs === 0 ? 0 : ((bytes / 1e9) * pricePerGb * monthMs) / tookMs }
}

/** Memory of the Collector for the spans that wait, in bytes. */
export const heldBytes = (heldSpans: number, { heldBytesPerSpan }: Assumptions): number =>
  heldSpans * heldBytesPerSpan
