import type { ConventionsParams, Emission } from './params'

export const services = ['web', 'checkout', 'payment'] as const
export type ServiceName = (typeof services)[number]

/** When each service is rolled out, in seconds: directly to the new names, or first to both and then to the new. */
const directAt = { web: 3, checkout: 5, payment: 7 } as const
const bothAt = { web: 2, checkout: 3, payment: 4 } as const
const newAt = { web: 7, checkout: 8, payment: 9 } as const

/** What a service writes at a moment of the run. */
export function emissionAt(params: ConventionsParams, service: ServiceName, atMs: number): Emission {
  const seconds = atMs / 1000
  const before = params[service]
  if (params.rollout === 'direct') return seconds >= directAt[service] ? 'new' : before
  if (params.rollout === 'both') {
    if (seconds >= newAt[service]) return 'new'
    if (seconds >= bothAt[service] && before === 'old') return 'both'
  }
  return before
}
