/** Working settings of a tail_sampling processor, small ones; together they have every type of policy. */
export const goodTailSamplings: readonly string[] = [
  `decision_wait: 10s
decision_wait_after_root_received: 2s
num_traces: 100
expected_new_traces_per_sec: 10
decision_cache: &cache {sampled_cache_size: 1_000, non_sampled_cache_size: 10_000}
policies:
  - {name: all, type: always_sample}
  - {name: slow, type: latency, latency: {threshold_ms: 5000, upper_threshold_ms: 10000}}
  - name: status
    type: numeric_attribute
    numeric_attribute: {key: http.response.status_code, min_value: 500, max_value: 599}
  - {name: tenth, type: probabilistic, probabilistic: {sampling_percentage: 10, hash_salt: tier-1}}
`,
  `sample_on_first_match: true
policies:
  - {name: errors, type: status_code, status_code: {status_codes: [ERROR, UNSET]}}
  - name: routes
    type: string_attribute
    string_attribute:
      key: http.route
      values: ["/api/.*", '^/checkout$']
      enabled_regex_matching: true
      cache_max_size: 10
  - {name: rate, type: rate_limiting, rate_limiting: {spans_per_second: 35}}
  - {name: bytes, type: bytes_limiting, bytes_limiting: {bytes_per_second: 1000, burst_capacity: 4000}}
`,
  `decision_wait: 500ms
block_on_overflow: false
policies:
  - {name: size, type: span_count, span_count: {min_spans: 2, max_spans: 20}}
  - {name: state, type: trace_state, trace_state: {key: vendor, values: [a, b]}}
  - {name: flags, type: trace_flags}
  - {name: flag, type: boolean_attribute, boolean_attribute: {key: app.keep, value: true}}
`,
  `maximum_trace_size_bytes: 0x1000
policies:
  - name: ottl
    type: ottl_condition
    ottl_condition:
      error_mode: ignore
      span:
        - attributes["http.route"] == "/x" and not (status.code == STATUS_CODE_OK or IsRootSpan())
        - IsMatch(name, "^GET") and end_time_unix_nano - start_time_unix_nano > 1000000
      spanevent:
        - name != "exception"
`,
  `policies:
  - name: both
    type: and
    and:
      and_sub_policy:
        - {name: e, type: status_code, status_code: {status_codes: [ERROR]}}
        - {name: n, type: not, not: {not_sub_policy: {name: p, type: probabilistic}}}
  - name: health
    type: drop
    drop:
      drop_sub_policy:
        - {name: h, type: string_attribute, string_attribute: {key: http.route, values: [/health]}}
`,
  `num_traces: 50_000
policies:
  - name: shares
    type: composite
    composite:
      max_total_spans_per_second: 1000
      policy_order: [first, rest]
      composite_sub_policy:
        - {name: first, type: numeric_attribute, numeric_attribute: {key: k, min_value: 50}}
        - {name: rest, type: always_sample}
      rate_allocation:
        - {policy: first, percent: 50}
        - {policy: rest, percent: 25}
`,
]

/** A working configuration of a gateway with two signals, a connector and extensions. */
export const goodConfig = `extensions:
  health_check:
receivers:
  otlp:
    protocols:
      grpc: {endpoint: "0.0.0.0:4317"}
      http:
processors:
  memory_limiter: {check_interval: 1s, limit_percentage: 75, spike_limit_percentage: 15}
  batch:
    timeout: 200ms
    send_batch_size: 8192
  tail_sampling:
    decision_wait: 10s
    policies:
      - {name: errors, type: status_code, status_code: {status_codes: [ERROR]}}
      - name: routes
        type: string_attribute
        string_attribute: {key: http.route, values: ["/api/.*"], enabled_regex_matching: true}
connectors:
  spanmetrics: &metrics
    histogram: {explicit: {buckets: [10ms, 100ms]}}
exporters:
  otlp:
    endpoint: \${env:BACKEND}
    sending_queue: {queue_size: 1000}
  prometheus:
    endpoint: 0.0.0.0:9464
service:
  extensions: [health_check]
  pipelines:
    traces/in:
      receivers: [otlp]
      processors: [memory_limiter, tail_sampling, batch]
      exporters: [otlp, spanmetrics]
    metrics:
      receivers: [otlp, spanmetrics]
      processors: [memory_limiter, batch]
      exporters: [prometheus]
`
