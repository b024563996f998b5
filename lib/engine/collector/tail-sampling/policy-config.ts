import type { OttlErrorMode } from './evaluators/ottl-condition'

/** The types of policy that the processor knows by itself; another type names an extension. */
export const policyTypes = [
  'always_sample',
  'latency',
  'numeric_attribute',
  'probabilistic',
  'status_code',
  'string_attribute',
  'rate_limiting',
  'bytes_limiting',
  'span_count',
  'trace_state',
  'boolean_attribute',
  'ottl_condition',
  'trace_flags',
  'composite',
  'and',
  'not',
  'drop',
] as const

export type PolicyType = (typeof policyTypes)[number]

/**
 * One policy, named as in the YAML. Only the settings under the policy's own type matter; absent ones have Go's zero.
 *
 * Source: contrib processor/tailsamplingprocessor/config.go PolicyCfg.
 */
export interface PolicyConfig {
  readonly name: string
  readonly type: string
  readonly latency?: { readonly threshold_ms?: number; readonly upper_threshold_ms?: number }
  readonly numeric_attribute?: {
    readonly key?: string
    readonly min_value?: number
    readonly max_value?: number
    readonly invert_match?: boolean
  }
  readonly probabilistic?: { readonly sampling_percentage?: number; readonly hash_salt?: string }
  readonly status_code?: { readonly status_codes?: readonly string[] }
  readonly string_attribute?: {
    readonly key?: string
    readonly values?: readonly string[]
    readonly enabled_regex_matching?: boolean
    readonly cache_max_size?: number
    readonly invert_match?: boolean
  }
  readonly rate_limiting?: { readonly spans_per_second?: number; readonly burst_capacity?: number }
  readonly bytes_limiting?: { readonly bytes_per_second?: number; readonly burst_capacity?: number }
  readonly span_count?: { readonly min_spans?: number; readonly max_spans?: number }
  readonly trace_state?: { readonly key?: string; readonly values?: readonly string[] }
  readonly boolean_attribute?: {
    readonly key?: string
    readonly value?: boolean
    readonly invert_match?: boolean
  }
  readonly ottl_condition?: {
    readonly error_mode?: OttlErrorMode
    readonly span?: readonly string[]
    readonly spanevent?: readonly string[]
  }
  readonly trace_flags?: object
  readonly and?: { readonly and_sub_policy?: readonly PolicyConfig[] }
  readonly not?: { readonly not_sub_policy?: PolicyConfig }
  readonly drop?: { readonly drop_sub_policy?: readonly PolicyConfig[] }
  readonly composite?: {
    readonly max_total_spans_per_second?: number
    readonly policy_order?: readonly string[]
    readonly composite_sub_policy?: readonly PolicyConfig[]
    readonly rate_allocation?: readonly { readonly policy?: string; readonly percent?: number }[]
  }
}
