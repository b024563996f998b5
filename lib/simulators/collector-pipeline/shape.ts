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
 * A whole run: what there is to see after each tick, from 0 on. As text it comes from a worker in no time, and only the
 * views that are looked at are read. The examples of outcomes are most of a view and seldom change: each stands once, and
 * in its place a view has its number.
 */
export interface PipelineFilm {
  readonly views: readonly string[]
  readonly examples: readonly string[]
}

/** A run that was made elsewhere, from a moment on (simulated milliseconds). */
export function playFilm(film: PipelineFilm, fromMs: number): Run<PipelineView> {
  let elapsedMs = fromMs
  const examples = new Map<number, unknown>()
  function exampleOf(place: number): unknown {
    if (!examples.has(place)) examples.set(place, JSON.parse(film.examples[place]!))
    return examples.get(place)
  }
  const read = (text: string) =>
    JSON.parse(text, (key, value) => (key === 'examples' ? exampleOf(value) : value)) as PipelineView
  let shown: { readonly tick: number; readonly view: PipelineView } | null = null
  return {
    advance(ms) {
      elapsedMs += ms
    },
    view() {
      // Many small steps do not quite add up.
      const tick = Math.min(Math.floor((elapsedMs * pace) / tickMs + 1e-6), film.views.length - 1)
      if (shown?.tick !== tick) shown = { tick, view: read(film.views[tick]!) }
      return shown.view
    },
  }
}
