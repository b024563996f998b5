/**
 * The telemetry engine: what OpenTelemetry and W3C say, as pure functions. No clock, no dice, no DOM, no Node:
 * time and `Random` are arguments, so everything here runs unchanged in Node, a browser and a Web Worker.
 */

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
export { parseTailSampling } from './collector/config/parse-tail-sampling'
export {
  buildPipelineGraph,
  type GraphEdge,
  type GraphFault,
  type GraphNode,
  type GraphNodeKind,
  type GraphOptions,
  type PipelineGraph,
  type PipelineSpec,
} from './collector/config/pipeline-graph'
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
export type { OttlContext, OttlContextName } from './collector/ottl/path'
// ---- Collector: tail sampling -----------------------------------------------------------------------------
export {
  buildPolicy,
  type PolicyExtensions,
} from './collector/tail-sampling/build-policy'
export { type ColumnListeners, ColumnTailSampler } from './collector/tail-sampling/column-processor'
export {
  type CompiledTailSampling,
  type CompileResult,
  compileTailSampling,
} from './collector/tail-sampling/compile'
export { type BatchDecisions, createTraceDecider } from './collector/tail-sampling/decide-traces'
export {
  type Decision,
  type DecisionCode,
  decisionCode,
  decisionName,
} from './collector/tail-sampling/decision'
export type { Evaluator, PolicyProgram } from './collector/tail-sampling/evaluator'
export { allocateRates } from './collector/tail-sampling/evaluators/composite'
export { probabilisticHash, probabilisticThreshold } from './collector/tail-sampling/evaluators/probabilistic'
export { type Routing, TailSamplingFleet } from './collector/tail-sampling/fleet'
export { HashRing } from './collector/tail-sampling/hash-ring'
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
export { TokenBucket } from './collector/tail-sampling/token-bucket'
// ---- Chance and hashing -----------------------------------------------------------------------------------
export { fnv1a32, fnv1a64, fnv1a64Into, fnv64OffsetBasis } from './hash'
export { createRandom, forkRandom, type Random } from './random'
