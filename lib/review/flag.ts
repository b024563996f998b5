/** 0 is no flag. Each has a number, a name and a mark of its own, so that nobody needs its colour to tell it. */
export type Flag = 0 | 1 | 2 | 3 | 4
export const flags = [0, 1, 2, 3, 4] as const satisfies Flag[]

/** What a flag is called. */
export const flagNames: Record<Flag, string> = {
  0: 'No flag',
  1: 'Unsure',
  2: 'Important',
  3: 'Look up',
  4: 'Rework',
}
