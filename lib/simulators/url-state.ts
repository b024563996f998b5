import { findPreset, type Place, placeOf } from './place'
import type { Params, SimulatorShape } from './simulator'

/**
 * The place as URL search parameters: the preset unless it is the first, the parameters that differ from it,
 * and `at`, the simulated milliseconds, if the run has begun. An empty text for the untouched beginning.
 */
export function writeUrlState<P extends Params, V>(
  simulator: SimulatorShape<P, V>,
  place: Pick<Place<P>, 'preset' | 'params' | 'elapsedMs'>,
): string {
  const search = new URLSearchParams()
  const preset = findPreset(simulator, place.preset)
  if (preset !== simulator.presets[0]) search.set('preset', preset.id)
  for (const [name, value] of Object.entries(place.params)) {
    if (value !== preset.params[name]) search.set(name, String(value))
  }
  if (place.elapsedMs > 0) search.set('at', String(Math.round(place.elapsedMs)))
  return search.toString()
}

/** Reads what `writeUrlState` wrote, or what somebody typed. Never throws; see `placeOf` for what is refused. */
export function readUrlState<P extends Params, V>(simulator: SimulatorShape<P, V>, search: string): Place<P> {
  const asked = new URLSearchParams(search)
  const preset = asked.get('preset') ?? undefined
  const { params } = findPreset(simulator, preset ?? '')
  // Own properties all, even `__proto__`.
  const given = Object.fromEntries(
    [...asked]
      .filter(([name]) => name !== 'preset' && name !== 'at')
      .map(([name, text]) => [name, Object.hasOwn(params, name) ? readAs(params[name]!, text) : text]),
  )
  return placeOf(simulator, { preset, given, elapsedMs: Number(asked.get('at') ?? 0) })
}

/** The text in the type of the value that it stands for; as it is if it cannot be, for the schema to refuse. */
function readAs(like: string | number | boolean, text: string): unknown {
  if (typeof like === 'number') return text.trim() === '' ? text : Number(text)
  if (typeof like === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}
