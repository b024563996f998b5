import type { Fate } from '@/lib/simulators/propagation/fate'

/** Each fate in two or three words, for a stop on the way and the table. */
export const fateWords: Readonly<Record<Fate, string>> = {
  forwarded: 'passes on',
  removed: 'takes off',
  missing: 'no span',
  root: 'root',
  late: 'late root',
  joined: 'child',
  broken: 'broken off',
  refused: 'refused',
  linked: 'link only',
}

/** Fates that somebody should look at. */
export const badFates: ReadonlySet<Fate> = new Set(['removed', 'missing', 'late', 'broken', 'refused'])
