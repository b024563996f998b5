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
