/**
 * The telemetry engine: what OpenTelemetry and W3C say, as pure functions. No clock, no dice, no DOM, no Node:
 * time and `Random` are arguments, so everything here runs unchanged in Node, a browser and a Web Worker.
 */

// ---- Attributes -------------------------------------------------------------------------------------------
export type { Attributes, AttributeValue } from './attribute'
// ---- Collector: configuration -----------------------------------------------------------------------------
export { contribCatalogue, extendCatalogue } from './collector/config/catalogue'
export type {
  CollectorConfig,
  ComponentDefinition,
  PipelineDefinition,
  Reference,
} from './collector/config/collector-config'
export {
  type ComponentId,
  formatId,
  type IdResult,
  parseComponentId,
  parsePipelineId,
  type Signal,
  signals,
} from './collector/config/component-id'
export { type ComponentKind, componentKinds } from './collector/config/component-kind'
export type {
  ComponentCatalogue,
  ComponentType,
  GivenSettings,
  SettingsFault,
} from './collector/config/component-type'
export type { Diagnosis, Position } from './collector/config/diagnosis'
export type {
  GraphEdge,
  GraphFault,
  GraphNode,
  GraphNodeKind,
  GraphOptions,
  PipelineGraph,
  PipelineSpec,
} from './collector/config/graph-shape'
export { parseTailSampling } from './collector/config/parse-tail-sampling'
export { buildPipelineGraph } from './collector/config/pipeline-graph'
export {
  type ConfigReport,
  type ConfigStage,
  type ValidateOptions,
  validateCollectorConfig,
} from './collector/config/validate-collector-config'
export { validateComponent } from './collector/config/validate-component'
export { parseGoDuration } from './collector/go-duration'
export { compileGoRegex } from './collector/go-regex'
export { compileCondition, type OttlCondition } from './collector/ottl/condition'
export { inferContext } from './collector/ottl/infer-context'
export type { OttlContext, OttlContextName } from './collector/ottl/path'
export { compileStatement, type OttlStatement } from './collector/ottl/statement'
// ---- Collector: pipelines ---------------------------------------------------------------------------------
export { type AttributeAction, runActions } from './collector/pipeline/attribute-actions'
export { type BatchSettings, batchSettings, createBatch } from './collector/pipeline/batch'
export { CollectorRun, type CollectorWorld, type RunningNode } from './collector/pipeline/collector-run'
export { createCounter } from './collector/pipeline/count-connector'
export { ExporterQueue, type ExporterSettings, exporterSettings } from './collector/pipeline/exporter-queue'
export { createFilter, type FilterCondition, filterConditions } from './collector/pipeline/filter'
export { type MatchProperties, matcherOf } from './collector/pipeline/item-matcher'
export { describePod, type FindPod } from './collector/pipeline/k8s-attributes'
export {
  createMemoryLimiter,
  type MemoryLimiterSettings,
  memoryLimits,
} from './collector/pipeline/memory-limiter'
export { NodeRecord, type Outcome } from './collector/pipeline/node-record'
export {
  createSpanMetrics,
  type SpanMetricsSettings,
  spanMetricsSettings,
} from './collector/pipeline/span-metrics'
export type { Answer, Fate, Next, Report, Stage } from './collector/pipeline/stage'
export type { ItemSignal, LogData, PointData, TelemetryItem } from './collector/pipeline/telemetry-item'
export { createTransform, type TransformStatement, transformStatements } from './collector/pipeline/transform'
// ---- Collector: tail sampling -----------------------------------------------------------------------------
export {
  buildPolicy,
  type PolicyExtensions,
} from './collector/tail-sampling/build-policy'
export { ColumnTailFleet } from './collector/tail-sampling/column-fleet'
export { type ColumnListeners, ColumnTailSampler } from './collector/tail-sampling/column-processor'
export { type CompileResult, compileTailSampling } from './collector/tail-sampling/compile'
export type { CompiledTailSampling } from './collector/tail-sampling/compiled'
export { type BatchDecisions, createTraceDecider } from './collector/tail-sampling/decide-traces'
export {
  type Decision,
  type DecisionCode,
  decisionCode,
  decisionName,
} from './collector/tail-sampling/decision'
export type { Evaluator, PolicyProgram } from './collector/tail-sampling/evaluator'
export { allocateRates } from './collector/tail-sampling/evaluators/composite'
export {
  probabilisticHash as tailSamplingHash,
  probabilisticThreshold,
} from './collector/tail-sampling/evaluators/probabilistic'
export { type Routing, TailSamplingFleet } from './collector/tail-sampling/fleet'
export { HashRing } from './collector/tail-sampling/hash-ring'
export type { PolicyCount } from './collector/tail-sampling/jury'
export type { LossReason, TailSamplingMetrics } from './collector/tail-sampling/metrics'
export { traceIdWords } from './collector/tail-sampling/object-table'
export {
  combineDecisions,
  createPolicy,
  type Policy,
  type PolicyResult,
  type PolicyVote,
} from './collector/tail-sampling/policy'
export { type PolicyConfig, type PolicyType, policyTypes } from './collector/tail-sampling/policy-config'
export {
  type ForwardedSpans,
  type TailSamplingListeners,
  TailSamplingProcessor,
} from './collector/tail-sampling/processor'
export { resourceSpansSize, tracesSize } from './collector/tail-sampling/proto-size'
export { defaultTailSamplingSettings, type TailSamplingSettings } from './collector/tail-sampling/settings'
export type { AttributeCodes, SpanColumns } from './collector/tail-sampling/span-columns'
export type {
  ResourceSpansData,
  SpanAttributes,
  SpanAttributeValue,
  SpanData,
  SpanEventData,
  TraceData,
} from './collector/tail-sampling/span-data'
export { TokenBucket as LimiterBucket } from './collector/tail-sampling/token-bucket'
// ---- Chance and hashing -----------------------------------------------------------------------------------
export { fnv1a32, fnv1a64, fnv1a64Into, fnv64OffsetBasis } from './hash'
// ---- Metrics ----------------------------------------------------------------------------------------------
export {
  type Aggregation,
  defaultAggregation,
  defaultBoundaries,
  defaultExponential,
  httpDurationBoundaries,
} from './metrics/aggregation'
export { isSameAttributeSet, overflowAttributes, seriesUpperBound } from './metrics/attribute-set'
export { AttributeSetTable } from './metrics/attribute-set-table'
export { bucketBounds, bucketIndex } from './metrics/bucket'
export { type Churn, countChurnedSeries, seriesInHead } from './metrics/churn'
export {
  defaultExemplarFilter,
  type Exemplar,
  type ExemplarFilter,
  isExemplarEligible,
  type MeasurementContext,
  partAttributes,
} from './metrics/exemplar'
export { countExemplarLinks, type ExemplarLink, exemplarLink } from './metrics/exemplar-link'
export {
  AlignedHistogramBucketReservoir,
  createReservoir,
  defaultReservoir,
  type ExemplarReservoir,
  type ReservoirConfig,
  SimpleFixedSizeReservoir,
} from './metrics/exemplar-reservoir'
export { type ExponentialBuckets, ExponentialHistogram } from './metrics/exponential-histogram'
export { exponentialIndex, exponentialUpperBound, maxScale, minScale } from './metrics/exponential-mapping'
export { type Instrument, type InstrumentKind, isAsynchronous, isMonotonic } from './metrics/instrument'
export {
  type LimitRule,
  type MetricPoint,
  MetricStream,
  type MetricStreamOptions,
  type Temporality,
} from './metrics/metric-stream'
export { type Observation, ObservedStream } from './metrics/observed-stream'
export {
  measureExemplarLabels,
  openMetricsExemplarLimit,
  toOpenMetricsLabels,
} from './metrics/openmetrics-exemplar'
export { createPointStore, type PointStore, type PointValue } from './metrics/point-store'
export {
  countPrometheusSeries,
  type PrometheusType,
  prometheusLabel,
  prometheusName,
  prometheusUnit,
} from './metrics/prometheus'
export {
  checkViews,
  defaultCardinalityLimit,
  type MetricStreamConfig,
  matchesView,
  streamsOf,
  type View,
} from './metrics/view'
export { createRandom, forkRandom, type Random } from './random'
export { type SpanKind, spanKinds } from './span-kind'

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
  probabilisticHash as probabilisticSamplerHash,
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
// ---- Semantic conventions ----------------------------------------------------------------------------------
export { findName, type NameFinding, namesIn, type Rename, renames } from './conventions/renames'
// ---- Metrics: what a store makes of them ------------------------------------------------------------------
export { counterIncrease } from './metrics/counter-increase'
// ---- Traces -----------------------------------------------------------------------------------------------
export {
  type CriticalPath,
  criticalPath,
  type PathPart,
  type PathSpan,
  pathTimes,
} from './trace/critical-path'
// ---- Traffic ----------------------------------------------------------------------------------------------
export { arrivalOrder } from './traffic/arrival'
export { AttributeColumn } from './traffic/attribute-column'
export { checkServiceGraph } from './traffic/check-graph'
export { type Distribution, quantile } from './traffic/distribution'
export { eightSpans } from './traffic/eight-spans'
export type { Fault } from './traffic/fault'
export { FixedTraffic } from './traffic/fixed-traffic'
export { TrafficGenerator, type TrafficOptions } from './traffic/generator'
export { type LogBatch, type LogRecord, logsOf, logTemplates, toLogRecord } from './traffic/logs'
export {
  type MeasurementBatch,
  measurementAttributes,
  measurementsOf,
  trafficInstruments,
} from './traffic/measurements'
export type {
  Call,
  Database,
  Entry,
  HttpCall,
  LocalCall,
  Operation,
  PublishCall,
  QueryCall,
  Service,
  ServiceGraph,
  Step,
} from './traffic/service-graph'
export { shop } from './traffic/shop'
export { type Span, spanIdOf, toSpan, traceIdOf } from './traffic/span'
export {
  SpanBatch,
  type SpanCatalog,
  type SpanOperation,
  type SpanStatus,
  spanStatuses,
} from './traffic/span-batch'
