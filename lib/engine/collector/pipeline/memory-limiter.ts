import type { Next, Report, Stage } from './stage'
import type { TelemetryItem } from './telemetry-item'

/** Settings with their defaults resolved; memory in MiB. */
export interface MemoryLimiterSettings {
  readonly checkIntervalMs: number
  /** Above it the Collector forces a garbage collection. */
  readonly hardMib: number
  /** Above it data is refused. */
  readonly softMib: number
}

/**
 * Works out both limits. With `limit_mib` the percentages do not count; the spike is a fifth of the limit where it is
 * not given.
 *
 * @param totalMib memory of the machine, or of the container's limit.
 *
 * Source: opentelemetry-collector internal/memorylimiter (config.go, memorylimiter.go).
 */
export function memoryLimits(
  given: { readonly [key: string]: unknown },
  totalMib: number,
): MemoryLimiterSettings {
  const number = (key: string) => (typeof given[key] === 'number' ? given[key] : 0)
  const limit = number('limit_mib')
  const hardMib = limit > 0 ? limit : (totalMib * number('limit_percentage')) / 100
  const spike = limit > 0 ? number('spike_limit_mib') : (totalMib * number('spike_limit_percentage')) / 100
  return {
    checkIntervalMs: number('check_interval'),
    hardMib,
    softMib: hardMib - (spike > 0 ? spike : hardMib / 5),
  }
}

/**
 * The memory_limiter: it looks at the memory of the whole process, not of its pipeline, once each interval, and refuses
 * what comes while there is more than the soft limit. What has been refused is the sender's to keep.
 *
 * @param usedMib the memory in use now.
 *
 * Source: opentelemetry-collector processor/memorylimiterprocessor/README.md.
 */
export function createMemoryLimiter(
  settings: MemoryLimiterSettings,
  usedMib: () => number,
  report: Report,
  next: Next,
): Stage & { readonly refuses: boolean } {
  let nextCheckMs = 0
  let refuses = false
  return {
    held: 0,
    get refuses() {
      return refuses
    },
    advance(nowMs) {
      if (nowMs < nextCheckMs) return
      nextCheckMs = nowMs + settings.checkIntervalMs
      refuses = usedMib() > settings.softMib
    },
    consume(items: readonly TelemetryItem[], nowMs) {
      if (!refuses) return next(items, nowMs)
      for (const item of items) {
        const why = `more memory in use than the soft limit of ${Math.round(settings.softMib)} MiB`
        report({ fate: 'refused', why, before: item, after: null })
      }
      return 'data refused due to high memory usage'
    },
  }
}
