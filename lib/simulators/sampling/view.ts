import { type Arrived, watchArrived } from './arrived'
import type { SamplingMaterial } from './material'
import { type SamplingParams, settingsOf } from './params'
import { type SideView, watchSide } from './side'
import type { Traffic } from './traffic'

/** The simulator at a moment. */
export interface SamplingView {
  /** The shop's time, in milliseconds since the start of the run. */
  readonly nowMs: number
  /** The same object for all views of a run. */
  readonly traffic: Traffic
  readonly arrived: Arrived
  readonly a: SideView
  readonly b: SideView | null
}

/** Looks at a run at one moment after another, in milliseconds of the shop's time: a frame costs what is new in it. */
export function watchRun(params: SamplingParams, { traffic, a, b }: SamplingMaterial) {
  const right = settingsOf(params, 'b')
  const watchA = watchSide(settingsOf(params, 'a')!, traffic, a)
  const watchB = right && b && watchSide(right, traffic, b)
  const arrived = watchArrived(traffic)
  return (nowMs: number): SamplingView => ({
    nowMs,
    traffic,
    arrived: arrived(nowMs),
    a: watchA(nowMs),
    b: watchB?.(nowMs) ?? null,
  })
}
