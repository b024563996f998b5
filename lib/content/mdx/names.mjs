/**
 * The closed list of names that a lesson may use. `components/mdx.tsx` must give each of them a component
 * (the compiler checks it), and the build refuses a lesson that uses any other. A new figure is one line
 * here and one line there.
 */
export const lessonNames = /** @type {const} */ ([
  'Section',
  'Recall',
  'Note',
  'Callout',
  'Mistake',
  'Wrong',
  'Right',
  'Why',
  'Worked',
  'Takeaways',
  'QuickReference',
  'Sources',
  // figures: components/figures/*
  'OneInstrumentation',
  'OneRequestThreeSignals',
  'PropagationHop',
  'CollectorPipelines',
  'AgentAndGateway',
  'ResourceSet',
  'SpanAnatomy',
  'CheckoutWaterfall',
  'SamplingHeadAndTail',
  'CardinalityGrowth',
  'BaggageAcrossServices',
  'SignalDepartures',
  'HistogramBuckets',
  'ExemplarRoad',
  'BatchLinks',
  'WaterfallShapes',
  'CartWaterfall',
  'PossibleAndReal',
  'ChurnWindow',
  'OverflowFirstCome',
  // simulators: components/simulators/*
  'PropagationSimulator',
  'CardinalitySimulator',
  'SamplingSimulator',
  'TraceExplorerSimulator',
  'IncidentDrillSimulator',
])
