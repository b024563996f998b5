/** The second incident of lesson 12, as the drill with seed 11 shows it: looks into the cache and misses, minute by minute. */
export const cacheMinutes = [
  { looks: 24, misses: 0 },
  { looks: 23, misses: 0 },
  { looks: 37, misses: 0 },
  { looks: 39, misses: 0 },
  { looks: 30, misses: 8 },
  { looks: 44, misses: 40 },
  { looks: 40, misses: 35 },
  { looks: 36, misses: 35 },
  { looks: 39, misses: 35 },
  { looks: 33, misses: 30 },
] as const

/** How many plants the shop has: so many entries would fill the cache. */
export const plants = 240

/** The minute in which it began, and the looks of that minute that came after. */
export const emptied = { minute: 4, looksAfter: 11 } as const

/** Share (0..1) of looks that miss when a cache was emptied `looks` ago and keeps what it is given; all plants are asked for alike. */
export const missesAfter = (looks: number): number => (1 - 1 / plants) ** looks

/** What each whole minute since would have shown of an emptied cache that fills; null before. */
export const ifItFilled: readonly (number | null)[] = cacheMinutes.map(({ looks }, minute) => {
  if (minute <= emptied.minute) return null
  const before = cacheMinutes
    .slice(emptied.minute + 1, minute)
    .reduce((sum, each) => sum + each.looks, emptied.looksAfter as number)
  return Array.from({ length: looks }, (_, at) => missesAfter(before + at)).reduce((a, b) => a + b, 0) / looks
})
