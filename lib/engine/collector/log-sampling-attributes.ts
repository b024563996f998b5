import { emptyOtTracestate, type OtTracestate } from '../propagation/ot-tracestate'
import {
  parseRandomness,
  parseThreshold,
  probabilityToThreshold,
  type Threshold,
} from '../sampling/threshold'
import { encodeUtf8 } from '../utf8'
import type { ProbabilisticSamplerConfig } from './probabilistic-sampler-config'

/** Where a log record carries what a span carries in tracestate as `th`. */
export const logThresholdKey = 'sampling.threshold'
/** Where a log record carries what a span carries in tracestate as `rv`. */
export const logRandomnessKey = 'sampling.randomness'

type Attributes = Readonly<Record<string, unknown>>

function findText(attributes: Attributes, key: string): string {
  const value = attributes[key]
  return typeof value === 'string' ? value : ''
}

/** A log record's threshold and randomness, in the form that a span has them. Source: logsprocessor.go. */
export function readLogSamplingState(attributes: Attributes): {
  readonly state: OtTracestate
  readonly errors: readonly string[]
} {
  let state = emptyOtTracestate
  const errors: string[] = []
  const th = findText(attributes, logThresholdKey)
  if (th !== '') {
    const parse = parseThreshold(th)
    if (parse.ok) state = { ...state, threshold: parse.threshold, th }
    else errors.push(parse.message)
  }
  const rv = findText(attributes, logRandomnessKey)
  if (rv !== '') {
    const parse = parseRandomness(rv)
    if (parse.ok) state = { ...state, randomness: parse.randomness, rv }
    else errors.push(parse.message)
  }
  return { state, errors }
}

/** The attributes that a kept record goes on with. */
export function writeLogSamplingState(attributes: Attributes, state: OtTracestate): Attributes {
  const forwarded: Record<string, unknown> = { ...attributes }
  delete forwarded[logThresholdKey]
  if (state.rv !== '') forwarded[logRandomnessKey] = state.rv
  if (state.th !== '') forwarded[logThresholdKey] = state.th
  return forwarded
}

/**
 * The threshold that a log record asks for itself, by a percentage in the configured attribute; undefined if it
 * does not. Text, 0, and percentages above 100 ask for nothing, as in the Collector's code (its README says that
 * 0 drops). Source: logsprocessor.go (logRecordToPriorityThreshold).
 */
export function findLogPriority(
  config: ProbabilisticSamplerConfig,
  attributes: Attributes,
): Threshold | undefined {
  const value = config.sampling_priority === '' ? undefined : attributes[config.sampling_priority]
  if (typeof value !== 'number' || value === 0) return undefined
  const parse = probabilityToThreshold(value / 100, config.sampling_precision)
  return parse.ok ? parse.threshold : undefined
}

/** The bytes of an attribute value that are hashed: bytes as they are, a scalar as text. Lists and maps give none. */
export function attributeBytes(value: unknown): ArrayLike<number> {
  if (value instanceof Uint8Array) return value
  if (typeof value === 'string') return encodeUtf8(value)
  return typeof value === 'number' || typeof value === 'boolean' ? encodeUtf8(String(value)) : []
}
