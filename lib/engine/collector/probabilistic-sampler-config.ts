import { leastProbability, thresholdDigits } from '../sampling/threshold'

/** The modes of the probabilistic_sampler processor. */
export const probabilisticSamplerModes = ['hash_seed', 'proportional', 'equalizing'] as const
export type ProbabilisticSamplerMode = (typeof probabilisticSamplerModes)[number]

/** The configuration of the probabilistic_sampler processor, with the names of its YAML. */
export interface ProbabilisticSamplerConfig {
  /** Empty is `hash_seed`. */
  readonly mode: ProbabilisticSamplerMode | ''
  /** 0 to 100, held as a 32-bit float; above 100 counts as 100. */
  readonly sampling_percentage: number
  /** Unsigned 32 bits. */
  readonly hash_seed: number
  /** Whether items whose randomness cannot be told are dropped. */
  readonly fail_closed: boolean
  /** Significant hexadecimal digits of the threshold, 1 to 14. 0 is refused by validation and means 14. */
  readonly sampling_precision: number
  /** Logs only. */
  readonly attribute_source: 'traceID' | 'record'
  /** Logs only: the attribute that is hashed when there is no trace id or the source is `record`. */
  readonly from_attribute: string
  /** Logs only: the attribute that holds a percentage of its own. */
  readonly sampling_priority: string
}

/** What the processor uses for what is not configured. Source: probabilisticsamplerprocessor/factory.go. */
export const defaultProbabilisticSamplerConfig: ProbabilisticSamplerConfig = {
  mode: '',
  sampling_percentage: 0,
  hash_seed: 0,
  fail_closed: true,
  sampling_precision: 4,
  attribute_source: 'traceID',
  from_attribute: '',
  sampling_priority: '',
}

/** A 32-bit float as Go's %g: shortest digits that give it back, an exponent of at least two digits. */
function formatSmall(value: number): string {
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = value.toExponential(digits - 1)
    if (Math.fround(Number(text)) === value) return text.replace(/e([+-])(\d)$/, 'e$10$2')
  }
  return String(value)
}

function formatFixed(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  return value.toFixed(6)
}

/** What a configuration may hold before it is checked. */
export type UncheckedProbabilisticSamplerConfig = {
  readonly [Key in keyof ProbabilisticSamplerConfig]?: ProbabilisticSamplerConfig[Key] extends number
    ? number
    : ProbabilisticSamplerConfig[Key] extends boolean
      ? boolean
      : string
}

/**
 * The Collector's own error for a configuration, or null. Only the first is reported, as in the Collector: an
 * unknown mode fails already while decoding. Source: probabilisticsamplerprocessor/config.go (Validate) and
 * sampler_mode.go (UnmarshalText).
 */
export function findProbabilisticSamplerConfigError(
  config: UncheckedProbabilisticSamplerConfig,
): string | null {
  const merged = { ...defaultProbabilisticSamplerConfig, ...config }
  const modes: readonly string[] = [...probabilisticSamplerModes, '']
  if (!modes.includes(merged.mode)) return `unsupported sampler mode ${JSON.stringify(merged.mode)}`
  const percentage = Math.fround(merged.sampling_percentage)
  if (!Number.isFinite(percentage)) return `sampling rate is invalid: ${formatFixed(percentage)}%`
  if (percentage < 0) return `sampling rate is negative: ${formatFixed(percentage)}%`
  if (percentage !== 0 && percentage / 100 < leastProbability) {
    return `sampling rate is too small: ${formatSmall(percentage)}%`
  }
  const source = merged.attribute_source
  if (source !== '' && source !== 'traceID' && source !== 'record') {
    return `invalid attribute source: ${source}. Expected: traceID or record`
  }
  const precision = merged.sampling_precision
  if (precision === 0) return 'invalid sampling precision: 0'
  if (precision > thresholdDigits) return `sampling precision is too great, should be <= 14: ${precision}`
  return null
}
