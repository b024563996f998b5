import type { MDXComponents } from 'mdx/types'
import type { ComponentType } from 'react'
import type { lessonNames } from '@/lib/content/mdx/names.mjs'
import { AgentAndGateway } from './figures/agent-and-gateway'
import { BackPressure } from './figures/back-pressure'
import { BaggageAcrossServices } from './figures/baggage-across-services'
import { BatchLinks } from './figures/batch-links'
import { BurnWindows } from './figures/burn-windows'
import { CacheMisses } from './figures/cache-misses'
import { CardinalityGrowth } from './figures/cardinality-growth'
import { CartWaterfall } from './figures/cart-waterfall'
import { CheckoutWaterfall } from './figures/checkout-waterfall'
import { ChurnWindow } from './figures/churn-window'
import { CollectorPipelines } from './figures/collector-pipelines'
import { CounterSawtooth } from './figures/counter-sawtooth'
import { DrillAlert } from './figures/drill-alert'
import { ExemplarRoad } from './figures/exemplar-road'
import { HistogramBuckets } from './figures/histogram-buckets'
import { MeanAndTail } from './figures/mean-and-tail'
import { MessageParentsAndLinks } from './figures/message-parents-and-links'
import { MistakePlaces } from './figures/mistake-places'
import { MixedCopies } from './figures/mixed-copies'
import { OneInstrumentation } from './figures/one-instrumentation'
import { OneRequestThreeSignals } from './figures/one-request-three-signals'
import { OrderSpans } from './figures/order-spans'
import { OutageQueue } from './figures/outage-queue'
import { OverflowFirstCome } from './figures/overflow-first-come'
import { PolicyVotes } from './figures/policy-votes'
import { PossibleAndReal } from './figures/possible-and-real'
import { PropagationHop } from './figures/propagation-hop'
import { QuestionsAndSignals } from './figures/questions-and-signals'
import { ReservationWaterfall } from './figures/reservation-waterfall'
import { ResourceEntities } from './figures/resource-entities'
import { ResourceLayers } from './figures/resource-layers'
import { ResourceSet } from './figures/resource-set'
import { RoutingByTrace } from './figures/routing-by-trace'
import { SamplingHeadAndTail } from './figures/sampling-head-and-tail'
import { SignalDepartures } from './figures/signal-departures'
import { SlowAndFast } from './figures/slow-and-fast'
import { SpanAnatomy } from './figures/span-anatomy'
import { TailTimeline } from './figures/tail-timeline'
import { TelemetryBudget } from './figures/telemetry-budget'
import { ThreeJoins } from './figures/three-joins'
import { ThresholdLine } from './figures/threshold-line'
import { TraceparentToTheLetter } from './figures/traceparent-to-the-letter'
import { TwoNamesForAWhile } from './figures/two-names-for-a-while'
import { WaterfallShapes } from './figures/waterfall-shapes'
import { WhereATraceBreaks } from './figures/where-a-trace-breaks'
import { Callout } from './lesson/callout'
import { CodeBlock } from './lesson/code-block'
import { Heading2, Heading3, Heading4 } from './lesson/heading'
import { LessonRecall } from './lesson/lesson-recall'
import { Mistake, Right, Why, Wrong } from './lesson/mistake'
import { Note } from './lesson/note'
import { ProseLink } from './lesson/prose-link'
import { QuickReference, Sources, Takeaways } from './lesson/recap'
import { Section } from './lesson/section'
import { HeaderCell, ScrollTable } from './lesson/table'
import { Worked } from './lesson/worked'
import { CardinalitySimulator } from './simulators/cardinality-simulator'
import { CollectorPipelineSimulator } from './simulators/collector-pipeline-simulator'
import { ConventionsTranslatorSimulator } from './simulators/conventions-translator-simulator'
import { IncidentDrillSimulator } from './simulators/incident-drill-simulator'
import { PropagationSimulator } from './simulators/propagation-simulator'
import { ResourceSlicerSimulator } from './simulators/resource-slicer-simulator'
import { SamplingSimulator } from './simulators/sampling-simulator'
import { TraceExplorerSimulator } from './simulators/trace-explorer-simulator'

/** A name of `lessonNames` without a component here, or the reverse, does not compile. */
type Registry = Record<(typeof lessonNames)[number], ComponentType<never>>

const named = {
  Section,
  Recall: LessonRecall,
  Note,
  Callout,
  Mistake,
  Wrong,
  Right,
  Why,
  Worked,
  Takeaways,
  QuickReference,
  Sources,
  // figures: components/figures/*
  OneInstrumentation,
  OneRequestThreeSignals,
  PropagationHop,
  CollectorPipelines,
  AgentAndGateway,
  ResourceSet,
  SpanAnatomy,
  CheckoutWaterfall,
  SamplingHeadAndTail,
  CardinalityGrowth,
  BaggageAcrossServices,
  TraceparentToTheLetter,
  WhereATraceBreaks,
  MessageParentsAndLinks,
  ResourceEntities,
  ResourceLayers,
  TwoNamesForAWhile,
  QuestionsAndSignals,
  OrderSpans,
  TelemetryBudget,
  SignalDepartures,
  HistogramBuckets,
  ExemplarRoad,
  BatchLinks,
  WaterfallShapes,
  CartWaterfall,
  PossibleAndReal,
  ChurnWindow,
  OverflowFirstCome,
  BackPressure,
  OutageQueue,
  RoutingByTrace,
  ThresholdLine,
  TailTimeline,
  PolicyVotes,
  BurnWindows,
  ReservationWaterfall,
  ThreeJoins,
  DrillAlert,
  SlowAndFast,
  CacheMisses,
  CounterSawtooth,
  MeanAndTail,
  MistakePlaces,
  MixedCopies,
  // simulators: components/simulators/*
  PropagationSimulator,
  CardinalitySimulator,
  SamplingSimulator,
  CollectorPipelineSimulator,
  ConventionsTranslatorSimulator,
  ResourceSlicerSimulator,
  TraceExplorerSimulator,
  IncidentDrillSimulator,
} satisfies Registry

const elements = {
  h2: Heading2,
  h3: Heading3,
  h4: Heading4,
  a: ProseLink,
  pre: CodeBlock,
  table: ScrollTable,
  th: HeaderCell,
} satisfies MDXComponents

export function useMDXComponents(): MDXComponents {
  return { ...elements, ...named } as MDXComponents
}
