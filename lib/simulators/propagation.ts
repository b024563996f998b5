import { type PropagationParams, propagationParams } from './propagation/params'
import { propagationPresets } from './propagation/presets'
import { stationIds } from './propagation/station'
import { createPropagationView, hopMs, type PropagationView } from './propagation/view'
import type { Simulator } from './simulator'

/** One request through five services, a proxy and a queue: which headers arrive, and what trace comes of it. */
export const propagation: Simulator<PropagationParams, PropagationView> = {
  name: 'propagation',
  params: propagationParams,
  presets: propagationPresets,
  stepMs: hopMs,
  lastsMs: (stationIds.length - 1) * hopMs,
  start(params) {
    const viewAt = createPropagationView(params)
    let elapsedMs = 0
    return {
      advance(ms) {
        elapsedMs += ms
      },
      view: () => viewAt(elapsedMs),
    }
  },
}
