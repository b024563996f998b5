import type { TrafficSettings } from './fernhill'
import type { History } from './history'
import { type SamplingParams, settingsOf } from './params'
import type { Traffic } from './traffic'

/** Until the last decision that a wait of 15 s can put off, in milliseconds of the shop's time. */
export const runMs = 60_000

/** All that takes long about a run. What is left to do is to look at it moment by moment. */
export interface SamplingMaterial {
  readonly traffic: Traffic
  readonly a: History
  readonly b: History | null
}

/** The parts that material is made of, each by itself: a slider of one side costs no more than that side. */
export const parts = ['traffic', 'a', 'b'] as const
export type Part = (typeof parts)[number]

/** What the traffic follows from. */
export function trafficSettings({
  seed,
  perSecond,
  errorShare,
  slowShare,
  lateSeconds,
}: SamplingParams): TrafficSettings {
  return { seed, perSecond, errorShare, slowShare, lateSeconds }
}

/** What a part follows from. The text of a configuration counts only where it is read. */
export function keyOf(part: Part, params: SamplingParams): string {
  const traffic = JSON.stringify(trafficSettings(params))
  if (part === 'traffic') return traffic
  const settings = settingsOf(params, part)
  if (settings === null) return ''
  const { yaml, ...rest } = settings
  return traffic + JSON.stringify(settings.name === 'yaml' ? [rest, yaml] : rest)
}

/** The last of each part, and what it follows from. */
export class MaterialMemory {
  private readonly keys: Record<Part, string | null> = { traffic: null, a: null, b: null }
  private material: Partial<SamplingMaterial> = {}

  /** What would have to be made for a run of these parameters. */
  lacks(params: SamplingParams): Part[] {
    return parts.filter((part) => this.keys[part] !== keyOf(part, params))
  }

  /** Remembers what was made for them, all that was lacking. */
  put(params: SamplingParams, made: Partial<SamplingMaterial>): void {
    for (const part of parts) if (made[part] !== undefined) this.keys[part] = keyOf(part, params)
    this.material = { ...this.material, ...made }
  }

  /** Everything for a run of these parameters. Throws where something is lacking: that is the caller's fault. */
  get(params: SamplingParams): SamplingMaterial {
    const { traffic, a, b } = this.material
    if (this.lacks(params).length > 0 || !traffic || !a) throw new Error('The material has not been made.')
    return { traffic, a, b: b ?? null }
  }
}
