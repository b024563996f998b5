import type { MDXComponents } from 'mdx/types'
import type { ComponentType } from 'react'
import type { lessonNames } from '@/lib/content/mdx/names.mjs'
import { AgentAndGateway } from './figures/agent-and-gateway'
import { BaggageAcrossServices } from './figures/baggage-across-services'
import { BatchLinks } from './figures/batch-links'
import { CardinalityGrowth } from './figures/cardinality-growth'
import { CartWaterfall } from './figures/cart-waterfall'
import { CheckoutWaterfall } from './figures/checkout-waterfall'
import { ChurnWindow } from './figures/churn-window'
import { CollectorPipelines } from './figures/collector-pipelines'
import { ExemplarRoad } from './figures/exemplar-road'
import { HistogramBuckets } from './figures/histogram-buckets'
import { OneInstrumentation } from './figures/one-instrumentation'
import { OneRequestThreeSignals } from './figures/one-request-three-signals'
import { OverflowFirstCome } from './figures/overflow-first-come'
import { PossibleAndReal } from './figures/possible-and-real'
import { PropagationHop } from './figures/propagation-hop'
import { ResourceSet } from './figures/resource-set'
import { SamplingHeadAndTail } from './figures/sampling-head-and-tail'
import { SignalDepartures } from './figures/signal-departures'
import { SpanAnatomy } from './figures/span-anatomy'
import { WaterfallShapes } from './figures/waterfall-shapes'
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
import { IncidentDrillSimulator } from './simulators/incident-drill-simulator'
import { PropagationSimulator } from './simulators/propagation-simulator'
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
  SignalDepartures,
  HistogramBuckets,
  ExemplarRoad,
  BatchLinks,
  WaterfallShapes,
  CartWaterfall,
  PossibleAndReal,
  ChurnWindow,
  OverflowFirstCome,
  // simulators: components/simulators/*
  PropagationSimulator,
  CardinalitySimulator,
  SamplingSimulator,
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
