import 'server-only'

/** The IANA zones that the runtime lists, with UTC and the learner's own, which may be an alias not listed. */
export function listZones(own: string): string[] {
  return [...new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])].sort()
}
