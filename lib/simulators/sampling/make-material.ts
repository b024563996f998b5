import { stretchOf, type Work } from '../work'
import { keyOf, type Part, parts, runMs, type SamplingMaterial, trafficSettings } from './material'
import { type SamplingParams, settingsOf } from './params'
import { makeHistory, type YamlReader } from './strategy'
import { makeTraffic, type TrafficSpans } from './traffic'

export type MakeMaterial = (
  params: SamplingParams,
  lacking: readonly Part[],
) => Work<Partial<SamplingMaterial>>

/** A maker of material, which remembers the spans of its last traffic: histories of them can be made anew without it. */
export function createMaterialMaker(reader: YamlReader): MakeMaterial {
  let last: { key: string; spans: TrafficSpans } | null = null

  return function* make(params, lacking) {
    const made: { -readonly [P in Part]?: SamplingMaterial[P] } = {}
    const key = keyOf('traffic', params)
    const toMake = parts.filter((part) => (part === 'traffic' ? last?.key !== key : lacking.includes(part)))
    const stretch = <T>(part: Part, work: Work<T>) =>
      stretchOf(work, toMake.indexOf(part) / toMake.length, (toMake.indexOf(part) + 1) / toMake.length)
    if (last?.key !== key)
      last = { key, spans: yield* stretch('traffic', makeTraffic(trafficSettings(params))) }
    const { spans } = last
    if (lacking.includes('traffic')) made.traffic = spans.traffic
    for (const side of ['a', 'b'] as const) {
      if (!lacking.includes(side)) continue
      const settings = settingsOf(params, side)
      if (settings !== null) made[side] = yield* stretch(side, makeHistory(spans, settings, reader, runMs))
      else if (side === 'b') made.b = null
    }
    return made
  }
}
