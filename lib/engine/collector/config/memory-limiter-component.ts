import type { ComponentType, GivenSettings, SettingsFault } from './component-type'
import { duration, struct, uint32 } from './schema'

const schema = struct({
  check_interval: duration,
  limit_mib: uint32,
  spike_limit_mib: uint32,
  limit_percentage: uint32,
  spike_limit_percentage: uint32,
  min_gc_interval_when_soft_limited: duration,
  min_gc_interval_when_hard_limited: duration,
  max_gc_interval_when_soft_limited: duration,
  max_gc_interval_when_hard_limited: duration,
})

/** The first rule that the settings break, in the Collector's order. */
function fault({ value, bare }: GivenSettings): SettingsFault | null {
  const get = (key: string, fallback = 0) => {
    const given = value[key]
    return typeof given === 'number' ? given : bare ? 0 : fallback
  }
  const minSoft = get('min_gc_interval_when_soft_limited', 10_000)
  const minHard = get('min_gc_interval_when_hard_limited')
  const maxSoft = get('max_gc_interval_when_soft_limited', 30_000)
  const maxHard = get('max_gc_interval_when_hard_limited', 30_000)
  const [limit, spike] = [get('limit_mib'), get('spike_limit_mib')]
  const [percentage, spikePercentage] = [get('limit_percentage'), get('spike_limit_percentage')]
  const least = (limited: string) =>
    `'max_gc_interval_when_${limited}_limited' must be greater than or equal to 'min_gc_interval_when_${limited}_limited' (or 0 to disable)`
  const rules: readonly (readonly [boolean, string, string])[] = [
    [get('check_interval') <= 0, 'check_interval', "'check_interval' must be greater than zero"],
    [
      minSoft < minHard,
      'min_gc_interval_when_soft_limited',
      "'min_gc_interval_when_soft_limited' should be larger than 'min_gc_interval_when_hard_limited'",
    ],
    [
      maxSoft < 0,
      'max_gc_interval_when_soft_limited',
      "'max_gc_interval_when_soft_limited' must be non-negative",
    ],
    [
      maxHard < 0,
      'max_gc_interval_when_hard_limited',
      "'max_gc_interval_when_hard_limited' must be non-negative",
    ],
    [maxSoft > 0 && maxSoft < minSoft, 'max_gc_interval_when_soft_limited', least('soft')],
    [maxHard > 0 && maxHard < minHard, 'max_gc_interval_when_hard_limited', least('hard')],
    [
      maxSoft > 0 && maxHard > 0 && maxSoft < maxHard,
      'max_gc_interval_when_soft_limited',
      "'max_gc_interval_when_soft_limited' should be larger than or equal to 'max_gc_interval_when_hard_limited' (when both are set)",
    ],
    [
      limit === 0 && percentage === 0,
      'limit_mib',
      "'limit_mib' or 'limit_percentage' must be greater than zero",
    ],
    [
      percentage > 100 || spikePercentage > 100,
      'limit_percentage',
      "'limit_percentage' and 'spike_limit_percentage' must be greater than zero and less than or equal to hundred",
    ],
    [limit > 0 && limit <= spike, 'spike_limit_mib', "'spike_limit_mib' must be smaller than 'limit_mib'"],
    [
      percentage > 0 && percentage <= spikePercentage,
      'spike_limit_percentage',
      "'spike_limit_percentage' must be smaller than 'limit_percentage'",
    ],
  ]
  const broken = rules.find(([isBroken]) => isBroken)
  return broken ? { message: broken[2], path: [broken[1]] } : null
}

/** The memory_limiter, processor and extension. Source: internal/memorylimiter/config.go. */
export const memoryLimiterComponent: ComponentType = {
  signals: ['traces', 'metrics', 'logs', 'profiles'],
  schema,
  validate(given) {
    const found = fault(given)
    return found ? [found] : []
  },
}
