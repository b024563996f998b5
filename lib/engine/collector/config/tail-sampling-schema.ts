import {
  any,
  bool,
  choice,
  duration,
  float,
  id,
  int32,
  int64,
  list,
  map,
  string,
  struct,
  uint64,
} from './schema'

/** What a policy may hold beside its own type's settings: anything that looks like an extension's settings. */
const extensionSettings = map(any)

const sharedPolicy = {
  name: string,
  type: string,
  latency: struct({ threshold_ms: int64, upper_threshold_ms: int64 }),
  numeric_attribute: struct({ key: string, min_value: int64, max_value: int64, invert_match: bool }),
  probabilistic: struct({ hash_salt: string, sampling_percentage: float }),
  status_code: struct({ status_codes: list(string) }),
  string_attribute: struct({
    key: string,
    values: list(string),
    enabled_regex_matching: bool,
    cache_max_size: int64,
    invert_match: bool,
  }),
  rate_limiting: struct({ spans_per_second: int64, burst_capacity: int64 }),
  bytes_limiting: struct({ bytes_per_second: int64, burst_capacity: int64 }),
  span_count: struct({ min_spans: int32, max_spans: int32 }),
  trace_state: struct({ key: string, values: list(string) }),
  boolean_attribute: struct({ key: string, value: bool, invert_match: bool }),
  ottl_condition: struct({
    error_mode: choice(['ignore', 'silent', 'propagate'], (word) => `unknown error mode ${word}`),
    span: list(string),
    spanevent: list(string),
  }),
}

const not = struct({ not_sub_policy: struct(sharedPolicy, extensionSettings) })
const andSubPolicy = struct({ ...sharedPolicy, not }, extensionSettings)
const and = struct({ and_sub_policy: list(andSubPolicy) })

const composite = struct({
  max_total_spans_per_second: int64,
  policy_order: list(string),
  composite_sub_policy: list(struct({ ...sharedPolicy, and }, extensionSettings)),
  rate_allocation: list(struct({ policy: string, percent: int64 })),
})

/**
 * The settings of the tail_sampling processor.
 *
 * Source: contrib processor/tailsamplingprocessor/config.go and config.schema.yaml.
 */
export const tailSamplingSchema = struct({
  decision_wait: duration,
  decision_wait_after_root_received: duration,
  num_traces: uint64,
  expected_new_traces_per_sec: uint64,
  decision_cache: struct({ sampled_cache_size: int64, non_sampled_cache_size: int64 }),
  sample_on_first_match: bool,
  block_on_overflow: bool,
  drop_pending_traces_on_shutdown: bool,
  maximum_trace_size_bytes: uint64,
  num_shards: int64,
  sampling_strategy: string,
  tail_storage: id,
  policies: list(
    struct(
      { ...sharedPolicy, and, not, composite, drop: struct({ drop_sub_policy: list(andSubPolicy) }) },
      extensionSettings,
    ),
  ),
})
