import type { OtTracestate } from '../propagation/ot-tracestate'
import { formatSamplingTracestate, parseSamplingTracestate } from '../propagation/sampling-tracestate'
import { adjustedCount, type Randomness, type Threshold, traceIdToRandomness } from '../sampling/threshold'
import {
  attributeBytes,
  findLogPriority,
  logThresholdKey,
  readLogSamplingState,
  writeLogSamplingState,
} from './log-sampling-attributes'
import {
  createProbabilisticDecision,
  type DecidedItem,
  type RandomnessSource,
} from './probabilistic-decision'
import { hashToRandomness, hexadecimalToBytes, probabilisticHash } from './probabilistic-hash'
import type { ProbabilisticSamplerConfig } from './probabilistic-sampler-config'
import { parseSamplingPriority } from './sampling-priority'

/** A span as the processor sees it. */
export interface SpanToSample {
  /** 32 hexadecimal digits; all zeros or empty is no trace id. */
  readonly traceId: string
  /** The span's own tracestate. Default empty. */
  readonly tracestate?: string
  /** Only `sampling.priority` is read. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** A log record as the processor sees it. */
export interface LogToSample {
  readonly traceId?: string
  /** `sampling.threshold`, `sampling.randomness` and the configured attributes are read. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

interface Outcome {
  readonly sampled: boolean
  /** Where the decision came from: `trace_id_hash`, `trace_id_w3c`, `sampling_randomness`, `sampling_priority`, … */
  readonly policy: string
  /** How many items this one stands for; 0 if it is dropped or unknown. */
  readonly adjustedCount: number
  /** What the Collector logs about the item, in its words, or null. */
  readonly problem: string | null
}

export interface SpanOutcome extends Outcome {
  /** The tracestate that is forwarded; empty if the span is dropped. */
  readonly tracestate: string
}

export interface LogOutcome extends Outcome {
  /** The `sampling.threshold` that is forwarded, or null. */
  readonly threshold: string | null
  /** The attributes that are forwarded; empty if the record is dropped. */
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface ProbabilisticSampler {
  sampleSpan(span: SpanToSample): SpanOutcome
  sampleLog(log: LogToSample): LogOutcome
}

const missing: RandomnessSource = { randomness: null, policy: 'missing_randomness' }

function hasTraceId(traceId: string): boolean {
  return /[^0]/.test(traceId)
}

/**
 * The probabilistic_sampler processor. Every item is decided alone and at once, by the randomness of its trace
 * id, so the spans of one trace agree without being collected. It never throws.
 *
 * Source: collector-contrib processor/probabilisticsamplerprocessor (sampler_mode.go, tracesprocessor.go,
 * logsprocessor.go).
 *
 * @param config validate it first with `findProbabilisticSamplerConfigError`.
 */
export function createProbabilisticSampler(config: ProbabilisticSamplerConfig): ProbabilisticSampler {
  const decision = createProbabilisticDecision(config)
  const isHashing = config.mode === 'hash_seed' || config.mode === ''

  function hash(bytes: ArrayLike<number>): Randomness {
    return hashToRandomness(probabilisticHash(bytes, config.hash_seed))
  }

  /** @param isUnread the item's own th or rv could not be read: then the consistent modes take no randomness at all. */
  function findSource(traceId: string, ot: OtTracestate, isUnread: boolean): RandomnessSource {
    if (isHashing) {
      if (!hasTraceId(traceId)) return missing
      return { randomness: hash(hexadecimalToBytes(traceId)), policy: 'trace_id_hash' }
    }
    if (isUnread) return missing
    if (ot.randomness !== null) return { randomness: ot.randomness, policy: 'sampling_randomness' }
    return hasTraceId(traceId)
      ? { randomness: traceIdToRandomness(traceId), policy: 'trace_id_w3c' }
      : missing
  }

  function findLogSource(log: LogToSample, ot: OtTracestate, isUnread: boolean): RandomnessSource {
    const traceId = log.traceId ?? ''
    if (!isHashing) return findSource(traceId, ot, isUnread)
    const byTraceId = config.attribute_source === 'traceID' ? findSource(traceId, ot, isUnread) : missing
    if (byTraceId.randomness !== null || config.from_attribute === '') return byTraceId
    const bytes = attributeBytes(log.attributes?.[config.from_attribute])
    return bytes.length === 0 ? missing : { randomness: hash(bytes), policy: config.from_attribute }
  }

  return {
    sampleSpan(span) {
      const parse = parseSamplingTracestate(span.tracestate ?? '')
      const priority = parseSamplingPriority(span.attributes?.['sampling.priority'])
      const forced: Threshold | null | undefined =
        priority === 'mustSample' ? 0n : priority === 'doNotSample' ? null : undefined
      const source = findSource(span.traceId, parse.state.ot, parse.errors.length > 0)
      const item = decision.decide(parse.state.ot, source, parse.errors, forced)
      const outcome = summarise(item, parse.state.ot)
      if (!item.sampled) return { ...outcome, tracestate: '' }
      if (item.state === null) return { ...outcome, tracestate: span.tracestate ?? '' }
      return { ...outcome, tracestate: formatSamplingTracestate({ ...parse.state, ot: item.state }) }
    },
    sampleLog(log) {
      const attributes = log.attributes ?? {}
      const parse = readLogSamplingState(attributes)
      const source = findLogSource(log, parse.state, parse.errors.length > 0)
      const item = decision.decide(parse.state, source, parse.errors, findLogPriority(config, attributes))
      const outcome = summarise(item, parse.state)
      if (!item.sampled) return { ...outcome, threshold: null, attributes: {} }
      const forwarded = item.state === null ? attributes : writeLogSamplingState(attributes, item.state)
      const threshold = forwarded[logThresholdKey]
      return {
        ...outcome,
        threshold: typeof threshold === 'string' ? threshold : null,
        attributes: forwarded,
      }
    },
  }
}

function summarise(item: DecidedItem, arriving: OtTracestate): Outcome {
  const threshold = (item.state ?? arriving).threshold
  return {
    sampled: item.sampled,
    policy: item.policy,
    adjustedCount: item.sampled ? adjustedCount(threshold) : 0,
    problem: item.problem,
  }
}
