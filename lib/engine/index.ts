/**
 * The telemetry engine: what OpenTelemetry and W3C say, as pure functions. No clock, no dice, no DOM, no Node:
 * time and `Random` are arguments, so everything here runs unchanged in Node, a browser and a Web Worker.
 */

// ---- Chance and hashing ----

export { fnv1a32, fnv1a64, fnv1a64Into, fnv64OffsetBasis } from './hash'
export { createRandom, forkRandom, type Random } from './random'

// ---- Propagation: trace context and baggage ----

export {
  type BaggageEntry,
  type BaggageOptions,
  type BaggageParse,
  type BaggageProperty,
  isBaggageKey,
  parseBaggage,
  removeBaggageEntry,
  setBaggageEntry,
} from './propagation/baggage'
export {
  type BaggageFormat,
  type BaggageLimits,
  baggageLeastBytes,
  baggageLeastMembers,
  formatBaggage,
} from './propagation/baggage-format'
export { openTelemetryJsBaggageLimits } from './propagation/baggage-opentelemetry-js'
export type { BaggageField, BaggageProblem, BaggageProblemCode } from './propagation/baggage-problem'
export { findHeaderValues, type Header, removeHeaders } from './propagation/header'
export { createSpanId, createTraceId, isValidSpanId, isValidTraceId } from './propagation/identifier'
export {
  emptyOtTracestate,
  formatOtTracestate,
  type OtExtra,
  type OtTracestate,
  type OtTracestateOptions,
  type OtTracestateParse,
  otAdjustedCount,
  otTracestateMostCharacters,
  parseOtTracestate,
  raiseThreshold,
  withoutThreshold,
  withRandomness,
  withThreshold,
} from './propagation/ot-tracestate'
export {
  type Participant,
  type ParticipantKind,
  type ParticipantSpan,
  type Participation,
  participate,
  propagationHeaders,
} from './propagation/participant'
export { percentDecode, percentEncode } from './propagation/percent-encoding'
export type { Problem, PropagationBehaviour } from './propagation/problem'
export {
  formatSamplingTracestate,
  parseSamplingTracestate,
  type SamplingTracestate,
  type SamplingTracestateParse,
} from './propagation/sampling-tracestate'
export type { SpanContext } from './propagation/span-context'
export {
  extractTraceContext,
  extractTraceContextFromHeaders,
  injectTraceContext,
  type TraceContextExtraction,
  type TraceContextFields,
  type TraceContextOptions,
} from './propagation/trace-context'
export {
  formatTraceparent,
  parseTraceparent,
  randomFlag,
  sampledFlag,
  type Traceparent,
  type TraceparentOptions,
  type TraceparentParse,
} from './propagation/traceparent'
export {
  continueTraceparent,
  restartTraceparent,
  type TraceparentContinuation,
} from './propagation/traceparent-mutation'
export type {
  TraceparentField,
  TraceparentProblem,
  TraceparentProblemCode,
} from './propagation/traceparent-problem'
export {
  findTracestateValue,
  formatTracestate,
  parseTracestate,
  type TracestateEffect,
  type TracestateMember,
  type TracestateOptions,
  type TracestateParse,
  type TracestateProblem,
  type TracestateProblemCode,
  tracestateBudget,
  tracestateMostMembers,
} from './propagation/tracestate'
export {
  findTracestateKeyFault,
  findTracestateValueFault,
  type TracestateFault,
  type TracestateKeyCode,
  type TracestateKeyGrammar,
  type TracestateValueCode,
} from './propagation/tracestate-grammar'
export {
  deleteTracestateMember,
  popTracestateMember,
  setTracestateMember,
  type TracestateMutation,
  truncateTracestate,
} from './propagation/tracestate-mutation'

// ---- Head sampling ----

export { alwaysOffSampler, alwaysOnSampler } from './sampling/always'
export { createAlwaysRecordSampler } from './sampling/always-record'
export {
  type ComposableSampler,
  composableAlwaysOff,
  composableAlwaysOn,
  createComposableAnnotating,
  createComposableParentThreshold,
  createComposableProbability,
  createComposableRuleBased,
  recommendedPrecision,
  type SamplingIntent,
  type SamplingRule,
} from './sampling/composable'
export { type CompositeSamplerOptions, createCompositeSampler, createRandomness } from './sampling/composite'
export {
  createParentBasedSampler,
  hasValidParent,
  type ParentBasedDelegate,
  type ParentBasedSamplers,
  selectParentBasedDelegate,
} from './sampling/parent-based'
export {
  createPerOperationSampler,
  createRateLimitingSampler,
  type PerOperationSampling,
} from './sampling/rate-limiting'
export {
  type DecisionEffect,
  effectOf,
  type Sampler,
  type SamplingAttributes,
  type SamplingAttributeValue,
  type SamplingDecision,
  type SamplingRequest,
  type SamplingResult,
  type SpanKind,
} from './sampling/sampler'
export {
  createConfiguredSampler,
  parseSamplerEnvironment,
  type RootSamplerName,
  type SamplerConfiguration,
} from './sampling/sampler-environment'
export {
  matchesAttribute,
  matchesKind,
  matchesName,
  matchesRoot,
  type SamplingPredicate,
} from './sampling/sampling-rule'
export {
  adjustedCount,
  formatRandomness,
  formatThreshold,
  isKept,
  leastProbability,
  mostAdjustedCount,
  parseRandomness,
  parseThreshold,
  probabilityToThreshold,
  type Randomness,
  type RandomnessParse,
  splitThreshold,
  type Threshold,
  type ThresholdParse,
  thresholdDigits,
  thresholdToProbability,
  traceIdToRandomness,
} from './sampling/threshold'
export { createTokenBucket, type TokenBucket } from './sampling/token-bucket'
export {
  accumulateTraceId,
  createTraceIdRatioBasedSampler,
  normaliseRatio,
  traceIdRatioUpperBound,
} from './sampling/trace-id-ratio'

// ---- Collector: probabilistic_sampler ----

export { logRandomnessKey, logThresholdKey } from './collector/log-sampling-attributes'
export {
  hashBucket,
  hashBuckets,
  hashToRandomness,
  hexadecimalToBytes,
  probabilisticHash,
  scaledSamplingRate,
} from './collector/probabilistic-hash'
export {
  createProbabilisticSampler,
  type LogOutcome,
  type LogToSample,
  type ProbabilisticSampler,
  type SpanOutcome,
  type SpanToSample,
} from './collector/probabilistic-sampler'
export {
  defaultProbabilisticSamplerConfig,
  findProbabilisticSamplerConfigError,
  type ProbabilisticSamplerConfig,
  type ProbabilisticSamplerMode,
  probabilisticSamplerModes,
  type UncheckedProbabilisticSamplerConfig,
} from './collector/probabilistic-sampler-config'
export { parseSamplingPriority, type SamplingPriority } from './collector/sampling-priority'
