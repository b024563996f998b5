/**
 * The address of a simulator's own page.
 *
 * @param state what differs from where it begins, by the names of its parameters.
 */
export function simulatorHref(name: string, state: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams(Object.entries(state).map(([key, value]) => [key, String(value)]))
  return `/play/${name}${search.size > 0 ? `?${search}` : ''}`
}
