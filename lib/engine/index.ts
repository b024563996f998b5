/**
 * The telemetry engine: what OpenTelemetry and W3C say, as pure functions. No clock, no dice, no DOM, no Node:
 * time and `Random` are arguments, so everything here runs unchanged in Node, a browser and a Web Worker.
 */

// ---- Attributes -------------------------------------------------------------------------------------------
export type { Attributes, AttributeValue } from './attribute'
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
// ---- Traffic ----------------------------------------------------------------------------------------------
export { arrivalOrder } from './traffic/arrival'
export { AttributeColumn } from './traffic/attribute-column'
export { checkServiceGraph } from './traffic/check-graph'
export { type Distribution, quantile } from './traffic/distribution'
export { eightSpans } from './traffic/eight-spans'
export type { Fault } from './traffic/fault'
export { FixedTraffic } from './traffic/fixed-traffic'
export { TrafficGenerator, type TrafficOptions } from './traffic/generator'
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
  type SpanKind,
  type SpanOperation,
  type SpanStatus,
  spanKinds,
  spanStatuses,
} from './traffic/span-batch'
