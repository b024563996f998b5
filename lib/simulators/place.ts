import * as z from 'zod/mini'
import type { Preset } from './preset'
import type { Params, SimulatorShape } from './simulator'

/** Where a simulator stands when it is opened: a preset, what differs from it, and how far the run has come. */
export interface Place<P extends Params> {
  readonly preset: string
  readonly params: P
  /** Simulated milliseconds. */
  readonly elapsedMs: number
  /** What was asked for and could not be had, as sentences for the reader. */
  readonly notes: readonly string[]
}

/** The preset of that id, or the first. */
export function findPreset<P extends Params, V>(simulator: SimulatorShape<P, V>, id: string): Preset<P, V> {
  return simulator.presets.find((preset) => preset.id === id) ?? simulator.presets[0]
}

/** Longest stretch that is run at once to come to a place, in simulated milliseconds. */
const furthestMs = 600_000

/**
 * Makes a place of what somebody asked for. Never throws: an unknown preset is the first one, and a value that
 * the schema refuses is the preset's, with a note for each.
 *
 * @param given parameters by name, in their own types.
 */
export function placeOf<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  asked: { preset?: string | undefined; given?: Readonly<Record<string, unknown>>; elapsedMs?: number },
): Place<P> {
  const notes: string[] = []
  const preset = findPreset(simulator, asked.preset ?? '')
  if (asked.preset !== undefined && asked.preset !== preset.id) {
    notes.push(`There is no preset “${asked.preset}” here: this is “${preset.title}”.`)
  }
  let params = preset.params
  for (const [name, value] of Object.entries(asked.given ?? {})) {
    const parsed = Object.hasOwn(preset.params, name)
      ? z.safeParse(simulator.params, { ...params, [name]: value })
      : null
    if (parsed?.success) params = parsed.data
    else notes.push(`“${name}” cannot be “${value}” here and was left as it was.`)
  }
  const wanted = asked.elapsedMs ?? 0
  const elapsedMs = wanted > 0 ? Math.min(wanted, simulator.lastsMs, furthestMs) : 0
  return { preset: preset.id, params, elapsedMs, notes }
}
