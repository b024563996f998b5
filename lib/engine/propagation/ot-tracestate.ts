import {
  adjustedCount,
  formatRandomness,
  formatThreshold,
  parseRandomness,
  parseThreshold,
  type Randomness,
  type Threshold,
} from '../sampling/threshold'

/** A sub-key of the `ot` member that is neither `th` nor `rv`: it is kept as received. */
export interface OtExtra {
  readonly key: string
  /** Null only from OpenTelemetry JS, which also keeps a part without a colon. */
  readonly value: string | null
}

/** OpenTelemetry's own tracestate member, `ot=`. */
export interface OtTracestate {
  /** The rejection threshold `th`, or null. */
  readonly threshold: Threshold | null
  /** The `th` as received, which may have trailing zeros, or empty. */
  readonly th: string
  /** The explicit randomness `rv`, or null. */
  readonly randomness: Randomness | null
  /** The `rv` as received, in its own letter case, or empty. */
  readonly rv: string
  readonly extra: readonly OtExtra[]
}

export interface OtTracestateOptions {
  /**
   * `specification` (default) refuses bad syntax and writes `rv` before `th`, as collector-contrib pkg/sampling.
   * `opentelemetry-js` (sampler-composite 0.222.0) ignores bad parts and writes `th` before `rv`.
   */
  readonly behaviour?: 'specification' | 'opentelemetry-js'
}

export interface OtTracestateParse {
  readonly state: OtTracestate
  /** Empty if all is well. The words are those of pkg/sampling: `invalid syntax`, `tracestate size limit`, … */
  readonly errors: readonly string[]
}

/** The most characters of the `ot` value (OpenTelemetry specification trace/tracestate-handling.md). */
export const otTracestateMostCharacters = 256

export const emptyOtTracestate: OtTracestate = {
  threshold: null,
  th: '',
  randomness: null,
  rv: '',
  extra: [],
}

const syntax = /^[a-z][a-z0-9]*:[A-Za-z0-9._-]*(?:;[a-z][a-z0-9]*:[A-Za-z0-9._-]*)*$/

/**
 * Reads the value of the `ot` tracestate member.
 *
 * Never throws. Wrong syntax or more than 256 characters refuse all of it; a wrong `th` or `rv` refuses only
 * itself, and the rest is kept. Source: OpenTelemetry specification trace/tracestate-handling.md;
 * collector-contrib pkg/sampling/oteltracestate.go; for `opentelemetry-js`, sampler-composite/src/tracestate.ts.
 */
export function parseOtTracestate(ot: string, options?: OtTracestateOptions): OtTracestateParse {
  const isJs = options?.behaviour === 'opentelemetry-js'
  if (ot.length > otTracestateMostCharacters) {
    return { state: emptyOtTracestate, errors: ['tracestate size limit'] }
  }
  if (isJs && ot === '') return { state: emptyOtTracestate, errors: [] }
  if (!isJs && !syntax.test(ot)) return { state: emptyOtTracestate, errors: ['invalid syntax'] }
  let state = emptyOtTracestate
  const errors: string[] = []
  const extra: OtExtra[] = []
  for (const part of ot.split(';')) {
    const colon = part.indexOf(':')
    const key = colon === -1 ? part : part.slice(0, colon)
    const value = colon === -1 ? null : part.slice(colon + 1)
    if (key === 'th' && value !== null) {
      const parse = parseThreshold(value)
      state = parse.ok ? { ...state, threshold: parse.threshold, th: value } : withoutThreshold(state)
      if (!parse.ok) errors.push(parse.message)
    } else if (key === 'rv' && value !== null) {
      const parse = parseRandomness(value)
      state = parse.ok
        ? { ...state, randomness: parse.randomness, rv: value }
        : { ...state, randomness: null, rv: '' }
      if (!parse.ok) errors.push(parse.message)
    } else extra.push({ key, value })
  }
  return { state: { ...state, extra }, errors }
}

/**
 * Writes the value of the `ot` member; empty when there is nothing to say, and then the member is left out.
 * Parts that would exceed 256 characters are cut off from the right, whole.
 */
export function formatOtTracestate(state: OtTracestate, options?: OtTracestateOptions): string {
  const isJs = options?.behaviour === 'opentelemetry-js'
  const parts: string[] = []
  if (state.threshold !== null) {
    // OpenTelemetry JS keeps only the number; others repeat what they were given.
    parts.push(`th:${isJs || state.th === '' ? formatThreshold(state.threshold) : state.th}`)
  }
  if (state.randomness !== null) {
    const rv = isJs || state.rv === '' ? formatRandomness(state.randomness) : state.rv
    if (isJs) parts.push(`rv:${rv}`)
    else parts.unshift(`rv:${rv}`)
  }
  for (const { key, value } of state.extra) parts.push(value === null ? key : `${key}:${value}`)
  let length = parts.reduce((sum, part) => sum + part.length + 1, -1)
  while (length > otTracestateMostCharacters && parts.length > 1) length -= parts.pop()!.length + 1
  return parts.join(';')
}

/** The state with a new threshold, whatever it was before: what a head sampler does. */
export function withThreshold(state: OtTracestate, threshold: Threshold): OtTracestate {
  return { ...state, threshold, th: formatThreshold(threshold) }
}

/** The state without a threshold: its adjusted count is unknown. Done on a drop, or when R < T on arrival. */
export function withoutThreshold(state: OtTracestate): OtTracestate {
  return { ...state, threshold: null, th: '' }
}

/** The state with explicit randomness. Only the root of a trace may do this; an incoming `rv` is never modified. */
export function withRandomness(state: OtTracestate, randomness: Randomness): OtTracestate {
  return { ...state, randomness, rv: formatRandomness(randomness) }
}

/**
 * Raises the threshold after a later sampling stage. Lowering it would claim a probability that earlier stages
 * did not have, so it is refused and the state stays. Source: pkg/sampling UpdateTValueWithSampling.
 */
export function raiseThreshold(
  state: OtTracestate,
  threshold: Threshold,
): { readonly state: OtTracestate; readonly error: string | null } {
  if (state.threshold !== null && state.threshold > threshold) {
    return { state, error: 'cannot raise existing sampling probability' }
  }
  return { state: withThreshold(state, threshold), error: null }
}

/** How many spans this one stands for by its `th`; 0 when there is none, which means unknown. */
export function otAdjustedCount(state: OtTracestate): number {
  return adjustedCount(state.threshold)
}
