import { parseCondition, parseStatement } from '../ottl/parser'
import { filterConditions } from '../pipeline/filter'
import { transformStatements } from '../pipeline/transform'
import type { ComponentType, SettingsFault } from './component-type'
import { any, bool, choice, duration, float, int64, list, map, string, struct, uint32 } from './schema'

/** Keys that settings of these components may hold beyond those whose type is checked here. */
const open = any

const retry = struct(
  {
    enabled: bool,
    initial_interval: duration,
    max_interval: duration,
    max_elapsed_time: duration,
    multiplier: float,
    randomization_factor: float,
  },
  open,
)
const queue = struct(
  { enabled: bool, num_consumers: int64, queue_size: int64, block_on_overflow: bool, wait_for_result: bool },
  open,
)
const exporter = struct({ timeout: duration, retry_on_failure: retry, sending_queue: queue }, open)

const all = ['traces', 'metrics', 'logs', 'profiles'] as const
const main = ['traces', 'metrics', 'logs'] as const

const fault = (message: string, ...path: (string | number)[]): SettingsFault[] => [{ message, path }]

/** Source: processor/batchprocessor/config.go. */
const batch: ComponentType = {
  signals: main,
  schema: struct({
    timeout: duration,
    send_batch_size: uint32,
    send_batch_max_size: uint32,
    metadata_keys: list(string),
    metadata_cardinality_limit: uint32,
  }),
  validate({ value }) {
    const size = typeof value.send_batch_size === 'number' ? value.send_batch_size : 8192
    const most = typeof value.send_batch_max_size === 'number' ? value.send_batch_max_size : 0
    if (most > 0 && most < size) {
      return fault('send_batch_max_size must be greater or equal to send_batch_size', 'send_batch_max_size')
    }
    const seen = new Set<string>()
    for (const [index, key] of ((value.metadata_keys ?? []) as string[]).entries()) {
      const lower = key.toLowerCase()
      if (seen.has(lower)) {
        const message = `duplicate entry in metadata_keys: ${JSON.stringify(lower)} (case-insensitive)`
        return fault(message, 'metadata_keys', index)
      }
      seen.add(lower)
    }
    if (typeof value.timeout === 'number' && value.timeout < 0) {
      return fault('timeout must be greater or equal to 0', 'timeout')
    }
    return []
  },
}

/** Source: contrib processor/probabilisticsamplerprocessor/config.go. */
const probabilisticSampler: ComponentType = {
  signals: ['traces', 'logs'],
  schema: struct({
    mode: choice(
      ['hash_seed', 'equalizing', 'proportional'],
      (word) => `unsupported sampler mode ${JSON.stringify(word)}`,
    ),
    sampling_percentage: float,
    hash_seed: uint32,
    fail_closed: bool,
    sampling_precision: int64,
    attribute_source: string,
    from_attribute: string,
    sampling_priority: string,
  }),
  validate({ value }) {
    const percentage = typeof value.sampling_percentage === 'number' ? value.sampling_percentage : 0
    const printed = `${percentage.toFixed(6)}%`
    if (!Number.isFinite(percentage))
      return fault(`sampling rate is invalid: ${printed}`, 'sampling_percentage')
    if (percentage < 0) return fault(`sampling rate is negative: ${printed}`, 'sampling_percentage')
    if (percentage > 0 && percentage / 100 < 2 ** -56) {
      return fault(`sampling rate is too small: ${percentage}%`, 'sampling_percentage')
    }
    const source = value.attribute_source ?? 'traceID'
    if (source !== '' && source !== 'traceID' && source !== 'record') {
      return fault(`invalid attribute source: ${source}. Expected: traceID or record`, 'attribute_source')
    }
    const precision = typeof value.sampling_precision === 'number' ? value.sampling_precision : 4
    if (precision === 0) return fault('invalid sampling precision: 0', 'sampling_precision')
    if (precision > 14) {
      return fault(`sampling precision is too great, should be <= 14: ${precision}`, 'sampling_precision')
    }
    return []
  },
}

/** Source: receiver/otlpreceiver/config.go. */
const otlpReceiver: ComponentType = {
  signals: all,
  schema: struct({ protocols: struct({ grpc: any, http: any }) }),
  validate({ node }) {
    const protocols = node?.kind === 'map' ? node.entries.find(({ key }) => key === 'protocols')?.value : null
    const opaque = protocols?.kind === 'scalar' && protocols.opaque
    if (opaque || (protocols?.kind === 'map' && protocols.entries.length > 0)) return []
    return fault('must specify at least one protocol when using the OTLP receiver', 'protocols')
  },
}

function endpointNeeded(message: string, ...keys: readonly string[]): ComponentType['validate'] {
  return ({ node }) => {
    const given = node?.kind === 'map' ? node.entries.filter(({ key }) => keys.includes(key)) : []
    const filled = given.some(
      ({ value }) => value.kind !== 'scalar' || (value.value !== null && value.value !== ''),
    )
    return filled ? [] : fault(message, ...(given[0] ? [given[0].key] : []))
  }
}

const otlpGrpcExporter: ComponentType = {
  signals: all,
  schema: exporter,
  validate: endpointNeeded('requires a non-empty "endpoint"', 'endpoint'),
}

const otlpHttpExporter: ComponentType = {
  signals: all,
  schema: exporter,
  validate: endpointNeeded(
    'at least one endpoint must be specified',
    'endpoint',
    'traces_endpoint',
    'metrics_endpoint',
    'logs_endpoint',
    'profiles_endpoint',
  ),
}

const errorMode = choice(['ignore', 'silent', 'propagate'], (word) => `unknown error mode ${word}`)
const statements = list(any)

/** Of its conditions only the syntax is judged. Source: contrib processor/filterprocessor/config.go. */
const filter: ComponentType = {
  signals: all,
  schema: struct({ error_mode: errorMode }, open),
  validate: ({ value }) =>
    filterConditions(value).flatMap(({ text, path }) => {
      const parsed = parseCondition(text)
      if (parsed.ok) return []
      const syntax = `condition has invalid syntax: ${parsed.message}`
      return fault(`unable to parse OTTL condition ${JSON.stringify(text)}: ${syntax}`, ...path)
    }),
}

/** Of its statements only the syntax is judged. Source: contrib processor/transformprocessor/config.go. */
const transform: ComponentType = {
  signals: all,
  schema: struct(
    {
      error_mode: errorMode,
      trace_statements: statements,
      metric_statements: statements,
      log_statements: statements,
      profile_statements: statements,
    },
    open,
  ),
  validate: ({ value }) =>
    transformStatements(value).flatMap(({ text, path }) => {
      const parsed = parseStatement(text)
      if (parsed.ok) return []
      const syntax = `statement has invalid syntax: ${parsed.message}`
      return fault(`unable to parse OTTL statement ${JSON.stringify(text)}: ${syntax}`, ...path)
    }),
}

/** Components whose settings are known. What stands in `open` structs beside the typed keys is accepted. */
export const knownReceivers: Readonly<Record<string, ComponentType>> = { otlp: otlpReceiver }

export const knownProcessors: Readonly<Record<string, ComponentType>> = {
  batch,
  probabilistic_sampler: probabilisticSampler,
  filter,
  transform,
  attributes: { signals: main, schema: struct({ actions: list(map(any)) }, open) },
  resource: { signals: all, schema: struct({ attributes: list(map(any)) }, open) },
}

export const knownExporters: Readonly<Record<string, ComponentType>> = {
  otlp: otlpGrpcExporter,
  otlp_grpc: otlpGrpcExporter,
  otlphttp: otlpHttpExporter,
  otlp_http: otlpHttpExporter,
}
