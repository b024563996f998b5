const receivers = `receivers:
  otlp:
    protocols:
      grpc:
`
const exporters = `exporters:
  otlp_grpc/store:
    endpoint: store.fernhill.example:4317
`

/** Three signals through three pipelines, in the order that the Collector's documentation recommends. */
export const plainYaml = `${receivers}processors:
  memory_limiter:
    check_interval: 1s
    limit_mib: 512
  filter/health:
    trace_conditions:
      - span.attributes["http.route"] == "/healthz"
  resource/env:
    attributes:
      - key: deployment.environment.name
        value: production
        action: upsert
  batch:
${exporters}service:
  pipelines:
    traces:
      receivers: [otlp]
      processors: [memory_limiter, filter/health, resource/env, batch]
      exporters: [otlp_grpc/store]
    metrics:
      receivers: [otlp]
      processors: [memory_limiter, resource/env, batch]
      exporters: [otlp_grpc/store]
    logs:
      receivers: [otlp]
      processors: [memory_limiter, resource/env, batch]
      exporters: [otlp_grpc/store]
`

function traces(processors: string, list: string): string {
  return `${receivers}processors:
${processors}${exporters}service:
  pipelines:
    traces:
      receivers: [otlp]
      processors: [${list}]
      exporters: [otlp_grpc/store]
`
}

/** Somebody wrote down what to keep. */
export const wrongWayYaml = traces(
  `  # Keep the errors.
  filter/errors:
    trace_conditions:
      - span.status.code == STATUS_CODE_ERROR
  batch:
`,
  'filter/errors, batch',
)

/** Defined, and not listed. */
export const unlistedYaml = traces(
  `  filter/health:
    trace_conditions:
      - span.attributes["http.route"] == "/healthz"
  batch:
`,
  'batch',
)

const limiter = `  memory_limiter:
    check_interval: 1s
    limit_mib: 256
  batch:
`

/** The limiter behind batch, which has said yes already. */
export const limiterLastYaml = traces(limiter, 'batch, memory_limiter')
/** As it is recommended. */
export const limiterFirstYaml = traces(limiter, 'memory_limiter, batch')

/** Waits, and then asks for the pod behind a connection that is long gone. */
export const tailFirstYaml = traces(
  `  tail_sampling:
    decision_wait: 5s
    policies:
      - name: errors
        type: status_code
        status_code: {status_codes: [ERROR]}
      - name: a-tenth
        type: probabilistic
        probabilistic: {sampling_percentage: 10}
  k8s_attributes:
  batch:
`,
  'tail_sampling, k8s_attributes, batch',
)

function spanMetrics(before: string, after: string): string {
  const list = (names: string) => (names === '' ? '' : `\n      processors: [${names}]`)
  return `${receivers}processors:
  tail_sampling:
    decision_wait: 5s
    policies:
      - name: errors
        type: status_code
        status_code: {status_codes: [ERROR]}
      - name: a-tenth
        type: probabilistic
        probabilistic: {sampling_percentage: 10}
connectors:
  span_metrics:
    metrics_flush_interval: 5s
  forward:
${exporters}service:
  pipelines:
    traces/in:
      receivers: [otlp]${list(before)}
      exporters: [span_metrics, forward]
    traces/store:
      receivers: [forward]${list(after)}
      exporters: [otlp_grpc/store]
    metrics:
      receivers: [span_metrics]
      exporters: [otlp_grpc/store]
`
}

/** Counts what sampling has left. */
export const sampledFirstYaml = spanMetrics('tail_sampling', '')
/** Counts everything, then samples. */
export const countedFirstYaml = spanMetrics('', 'tail_sampling')

function store(exporter: string): string {
  return `${receivers}processors:
  batch:
exporters:
  otlp_grpc/store:
    endpoint: store.fernhill.example:4317
${exporter}service:
  pipelines:
    traces:
      receivers: [otlp]
      processors: [batch]
      exporters: [otlp_grpc/store]
`
}

/** A queue that is large enough, with retries. */
export const queueYaml = store(`    sending_queue:
      queue_size: 1000
    retry_on_failure:
      initial_interval: 1s
      max_interval: 5s
`)
/** Nowhere to wait. */
export const noQueueYaml = store(`    sending_queue:
      enabled: false
    retry_on_failure:
      enabled: false
`)
/** A queue for a few seconds. */
export const smallQueueYaml = store(`    sending_queue:
      queue_size: 20
      num_consumers: 1
    retry_on_failure:
      initial_interval: 1s
      max_interval: 5s
`)

/** One limit, listed twice. */
export const twiceYaml = `${receivers}processors:
  tail_sampling:
    decision_wait: 2s
    policies:
      - name: at-most-20-spans
        type: rate_limiting
        rate_limiting: {spans_per_second: 20}
exporters:
  otlp_grpc/store:
    endpoint: store.fernhill.example:4317
  otlp_grpc/archive:
    endpoint: archive.fernhill.example:4317
service:
  pipelines:
    traces/store:
      receivers: [otlp]
      processors: [tail_sampling]
      exporters: [otlp_grpc/store]
    traces/archive:
      receivers: [otlp]
      processors: [tail_sampling]
      exporters: [otlp_grpc/archive]
`

/** A connector that gives to nobody. */
export const oneSidedYaml = `${receivers}connectors:
  count:
${exporters}service:
  pipelines:
    traces:
      receivers: [otlp]
      exporters: [count, otlp_grpc/store]
    metrics:
      receivers: [otlp]
      exporters: [otlp_grpc/store]
`
