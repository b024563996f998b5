import type { SimulatorState } from '@/lib/problems/problem'

/** The address of a simulator's own page, in this state. */
export function simulatorHref({ name, params, atMs }: SimulatorState): string {
  const search = new URLSearchParams(
    Object.entries({ ...params, at: atMs }).map(([key, value]) => [key, String(value)]),
  )
  return `/play/${name}?${search}`
}
