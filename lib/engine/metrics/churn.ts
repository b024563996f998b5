/** Processes that come and go, each with series of its own by `service.instance.id` or `instance`. */
export interface Churn {
  readonly pods: number
  readonly seriesPerPod: number
  /** How often every pod has been replaced once; never where 0 or absent. */
  readonly replaceEveryHours?: number
  readonly windowHours: number
}

/**
 * Distinct series within a window: every generation of pods that lived in it counts, though only one is alive at a
 * time. Generations start with the window. Prometheus holds them all in memory for at least its head's two hours.
 */
export function countChurnedSeries({ pods, seriesPerPod, replaceEveryHours, windowHours }: Churn): number {
  const generations = replaceEveryHours ? Math.max(1, Math.ceil(windowHours / replaceEveryHours)) : 1
  return pods * seriesPerPod * generations
}

/**
 * Series alive within the window before each sample, as pods are replaced one after the other at even distances.
 *
 * @param atHours moments, in hours since the first pods started.
 */
export function seriesInHead(churn: Churn, atHours: number): number {
  const { pods, seriesPerPod, replaceEveryHours, windowHours } = churn
  if (!replaceEveryHours) return pods * seriesPerPod
  const distance = replaceEveryHours / pods
  const born = pods + Math.floor(Math.max(0, atHours) / distance)
  const gone = Math.max(0, Math.floor((atHours - windowHours) / distance))
  return (born - gone) * seriesPerPod
}
