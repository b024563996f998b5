/** The lesson's configuration: where the editor begins. What stands below `tail_sampling:`. */
export const lessonYaml = `decision_wait: 10s
num_traces: 5000
policies:
  - name: keep-errors
    type: status_code
    status_code:
      status_codes: [ERROR]
  - name: keep-slow
    type: latency
    latency:
      threshold_ms: 1000
  - name: keep-a-tenth
    type: probabilistic
    probabilistic:
      sampling_percentage: 10
`

/** A drop policy at the end of the list. */
export const dropYaml = `decision_wait: 5s
num_traces: 5000
sample_on_first_match: true
policies:
  - name: keep-errors
    type: status_code
    status_code:
      status_codes: [ERROR]
  - name: keep-a-tenth
    type: probabilistic
    probabilistic:
      sampling_percentage: 10
  - name: no-health-checks
    type: drop
    drop:
      drop_sub_policy:
        - name: is-health-check
          type: string_attribute
          string_attribute:
            key: http.route
            values: [/healthz]
`

/** A rate limit beside another policy that keeps a quarter. */
export const limitYaml = `decision_wait: 5s
num_traces: 5000
policies:
  - name: at-most-20-spans
    type: rate_limiting
    rate_limiting:
      spans_per_second: 20
  - name: keep-a-quarter
    type: probabilistic
    probabilistic:
      sampling_percentage: 25
`

/** A policy with invert_match, written as if it could keep traces out. */
export const vetoYaml = `decision_wait: 5s
num_traces: 5000
policies:
  - name: keep-errors
    type: status_code
    status_code:
      status_codes: [ERROR]
  - name: not-health-checks
    type: string_attribute
    string_attribute:
      key: http.route
      values: [/healthz]
      invert_match: true
`

/** A composite policy whose list and whose policy_order disagree. */
export const compositeYaml = `decision_wait: 5s
num_traces: 5000
policies:
  - name: budget
    type: composite
    composite:
      max_total_spans_per_second: 40
      policy_order: [errors, everything]
      composite_sub_policy:
        - name: everything
          type: always_sample
        - name: errors
          type: status_code
          status_code:
            status_codes: [ERROR]
      rate_allocation:
        - policy: errors
          percent: 50
        - policy: everything
          percent: 50
`

/** Little memory for traces, and much for what was decided of them. */
export const cacheYaml = `decision_wait: 5s
num_traces: 150
decision_cache:
  sampled_cache_size: 1000
  non_sampled_cache_size: 10000
policies:
  - name: keep-errors
    type: status_code
    status_code:
      status_codes: [ERROR]
  - name: keep-slow
    type: latency
    latency:
      threshold_ms: 1000
  - name: keep-a-tenth
    type: probabilistic
    probabilistic:
      sampling_percentage: 10
`
