/** The least height of a frame in pixels, on a phone and on a wide screen. */
export interface FrameHeight {
  readonly phone: number
  readonly wide: number
}

/** A line here, one in `simulator-loaders.ts`: what a simulator is called and how much room it takes. */
export const simulators = {
  propagation: {
    title: 'Follow one request',
    summary:
      'Send a checkout through five services. Break the context on its way, and see which headers arrive and where the trace falls apart.',
    /** Reserved before the simulator is there: what it takes at most, so that nothing jumps. */
    height: { phone: 2166, wide: 1078 },
  },
  cardinality: {
    title: 'Count the series',
    summary:
      'Put an attribute on a metric or on a span. See which series are born, what the limit hides from a query, and what the store is asked to hold.',
    height: { phone: 2112, wide: 1144 },
  },
  sampling: {
    title: 'See what sampling keeps',
    summary:
      'Sample forty seconds of a shop’s traffic by head or by tail, by rules, by a limit or by your own configuration. See what is kept, what is lost, and which rates you can still believe.',
    height: { phone: 1828, wide: 1196 },
  },
  'collector-pipeline': {
    title: 'Run a Collector',
    summary:
      'Paste a Collector configuration. See its pipelines, what it would refuse to start with, and what becomes of a shop’s spans, points and log records in each component.',
    height: { phone: 3152, wide: 1388 },
  },
  'conventions-translator': {
    title: 'Translate names',
    summary:
      'Let three services write old attribute names, new ones or both. See what a query counts, misses and counts twice, and what each old name is called today.',
    height: { phone: 1980, wide: 1400 },
  },
  'resource-slicer': {
    title: 'Slice by resource',
    summary:
      'Group the requests of twelve instances by service, version, node or region. Find the attribute where errors concentrate, and see what an identity shared or forgotten does to the answer.',
    height: { phone: 1260, wide: 760 },
  },
  'trace-explorer': {
    title: 'Read a trace',
    summary:
      'Go from a histogram to an exemplar, its trace, its critical path and the log that says why. Change what goes wrong, which spans are made and what is kept.',
    height: { phone: 2556, wide: 1304 },
  },
  'incident-drill': {
    title: 'Find the cause',
    summary:
      'An alert fires on a generated system. Its metrics, traces and logs are at hand: find where it begins, what it is and which instances have it.',
    height: { phone: 2156, wide: 1000 },
  },
} as const

export type SimulatorName = keyof typeof simulators
