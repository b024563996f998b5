import { useLayoutEffect } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import type { Params } from '@/lib/simulators/simulator'
import type { SimulatorState } from '@/lib/simulators/store'

/**
 * Draws by hand, without React: at once, and then each time the state has changed, frame by frame. Give `draw` another
 * identity when what it draws on has changed.
 */
export function useFrames<P extends Params, V>(
  api: StoreApi<SimulatorState<P, V>>,
  draw: (state: SimulatorState<P, V>) => void,
): void {
  useLayoutEffect(() => {
    draw(api.getState())
    return api.subscribe(draw)
  }, [api, draw])
}
