import { emptyOtTracestate, type OtTracestate, parseOtTracestate } from '../propagation/ot-tracestate'
import { sampledFlag } from '../propagation/traceparent'
import { findTracestateValue, type TracestateMember } from '../propagation/tracestate'
import { hasValidParent } from './parent-based'
import type { SamplingAttributes, SamplingRequest } from './sampler'
import { formatThreshold, probabilityToThreshold, type Threshold } from './threshold'

/** What a composable sampler would like, before randomness is looked at. */
export interface SamplingIntent {
  /** Null: do not sample. */
  readonly threshold: Threshold | null
  /** Whether 2^56 / (2^56 − T) really is how many spans a kept one stands for. */
  readonly adjustedCountReliable: boolean
  /** Added to the span if it is sampled. */
  readonly attributes: SamplingAttributes
}

/** A part of a consistent probability sampler. `createCompositeSampler` makes a sampler of it. */
export interface ComposableSampler {
  readonly description: string
  getSamplingIntent(request: SamplingRequest): SamplingIntent
}

const never: SamplingIntent = { threshold: null, adjustedCountReliable: false, attributes: {} }
const always: SamplingIntent = { threshold: 0n, adjustedCountReliable: true, attributes: {} }
const alwaysUnreliable: SamplingIntent = { threshold: 0n, adjustedCountReliable: false, attributes: {} }

/** The `ot` member of a tracestate, empty if there is none or it is not well formed. */
export function readOtTracestate(
  tracestate: readonly TracestateMember[] | undefined,
  behaviour: 'specification' | 'opentelemetry-js',
): OtTracestate {
  const ot = tracestate === undefined ? null : findTracestateValue(tracestate, 'ot')
  return ot === null ? emptyOtTracestate : parseOtTracestate(ot, { behaviour }).state
}

/** T = 0. Source: OpenTelemetry specification trace/sdk.md, ComposableAlwaysOn. */
export const composableAlwaysOn: ComposableSampler = {
  description: 'ComposableAlwaysOn',
  getSamplingIntent: () => always,
}

/** No threshold. Source: OpenTelemetry specification trace/sdk.md, ComposableAlwaysOff. */
export const composableAlwaysOff: ComposableSampler = {
  description: 'ComposableAlwaysOff',
  getSamplingIntent: () => never,
}

/** Significant hexadecimal digits that the specification recommends for an SDK's thresholds. */
export const recommendedPrecision = 4

/**
 * A fixed probability. Source: OpenTelemetry specification trace/sdk.md, ComposableProbability.
 *
 * @param ratio 0 to 1. Below 2^-56, or not a number, it is off; above 1 it is on.
 * @param precision significant hexadecimal digits of the threshold, 1 to 14. Default 4, as recommended;
 * OpenTelemetry JS (sampler-composite 0.222.0) writes all 14.
 */
export function createComposableProbability(
  ratio: number,
  precision: number = recommendedPrecision,
): ComposableSampler {
  const parse = probabilityToThreshold(Math.min(1, ratio), precision)
  const intent = parse.ok ? { ...always, threshold: parse.threshold } : never
  const threshold = parse.ok ? formatThreshold(parse.threshold) : 'max'
  return {
    description: `ComposableProbability{threshold=${threshold}, ratio=${ratio}}`,
    getSamplingIntent: () => intent,
  }
}

/**
 * Follows the parent's threshold, and asks `root` where there is no parent. A sampled parent without `th` is
 * followed too, but nobody then knows how many spans it stands for. Source: OpenTelemetry specification
 * trace/sdk.md, ComposableParentThreshold.
 */
export function createComposableParentThreshold(root: ComposableSampler): ComposableSampler {
  return {
    description: `ComposableParentThreshold{root=${root.description}}`,
    getSamplingIntent(request) {
      if (!hasValidParent(request.parent)) return root.getSamplingIntent(request)
      const { threshold } = readOtTracestate(request.parent.tracestate, 'specification')
      if (threshold !== null) return { ...always, threshold }
      return (request.parent.traceFlags & sampledFlag) === 0 ? never : alwaysUnreliable
    },
  }
}

/** One rule: whoever matches is left to its sampler. */
export interface SamplingRule {
  readonly description: string
  matches(request: SamplingRequest): boolean
  readonly sampler: ComposableSampler
}

/**
 * The first rule that matches decides; if none does, the span is not sampled. Source: OpenTelemetry
 * specification trace/sdk.md, ComposableRuleBased.
 */
export function createComposableRuleBased(rules: readonly SamplingRule[]): ComposableSampler {
  const parts = rules.map((rule) => `(${rule.description}: ${rule.sampler.description})`)
  return {
    description: `ComposableRuleBased{${parts.join(', ')}}`,
    getSamplingIntent(request) {
      const rule = rules.find((candidate) => candidate.matches(request))
      return rule === undefined ? never : rule.sampler.getSamplingIntent(request)
    },
  }
}

/**
 * Adds attributes to the spans that the inner sampler keeps. Source: OpenTelemetry specification trace/sdk.md,
 * ComposableAnnotating.
 */
export function createComposableAnnotating(
  sampler: ComposableSampler,
  attributes: SamplingAttributes,
): ComposableSampler {
  return {
    description: `ComposableAnnotating{${sampler.description}, ${Object.keys(attributes).join(', ')}}`,
    getSamplingIntent(request) {
      const intent = sampler.getSamplingIntent(request)
      return { ...intent, attributes: { ...intent.attributes, ...attributes } }
    },
  }
}
