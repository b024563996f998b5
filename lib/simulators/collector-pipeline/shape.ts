import type { Run, SimulatorShape } from '../simulator'
import { type PipelineParams, pipelineParams, tickMs } from './params'
import { pipelinePresets } from './presets'
import type { PipelineView } from './view'

/** The shop's time goes four times as fast as the simulator's. */
export const pace = 4
/** What is on its way when the last request ends still has time to arrive, in milliseconds of the shop's time. */
export const runMs = 40_000
const stepMs = 2000

/** The simulator without what makes its runs. */
export const pipelineShape: SimulatorShape<PipelineParams, PipelineView> = {
  name: 'collector-pipeline',
  params: pipelineParams,
  presets: pipelinePresets,
  stepMs: stepMs / pace,
  lastsMs: runMs / pace,
}

/**
 * A whole run, as what there is to see after each tick, from 0 on, in JSON: as text it comes from a worker in no time,
 * and only the views that are looked at are read.
 */
export type PipelineFilm = readonly string[]

/** A run that was made elsewhere, from a moment on (simulated milliseconds). */
export function playFilm(film: PipelineFilm, fromMs: number): Run<PipelineView> {
  let elapsedMs = fromMs
  let shown: { readonly tick: number; readonly view: PipelineView } | null = null
  return {
    advance(ms) {
      elapsedMs += ms
    },
    view() {
      // Many small steps do not quite add up.
      const tick = Math.min(Math.floor((elapsedMs * pace) / tickMs + 1e-6), film.length - 1)
      if (shown?.tick !== tick) shown = { tick, view: JSON.parse(film[tick]!) as PipelineView }
      return shown.view
    },
  }
}
