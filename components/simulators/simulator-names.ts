/** A line here, one in `simulator-loaders.ts`: what a simulator is called and how much room it takes. */
export const simulators = {
  propagation: {
    title: 'Follow one request',
    summary:
      'Send a checkout through five services. Break the context on its way, and see which headers arrive and where the trace falls apart.',
    /** Reserved before the simulator is there, so that nothing jumps: phone, then wide. */
    height: 'min-h-[1240px] @3xl:min-h-[880px]',
  },
  cardinality: {
    title: 'Count the series',
    summary:
      'Put an attribute on a metric or on a span. See which series are born, what the limit hides from a query, and what the store is asked to hold.',
    height: 'min-h-[2020px] @3xl:min-h-[1030px]',
  },
  sampling: {
    title: 'See what sampling keeps',
    summary:
      'Sample forty seconds of a shop’s traffic by head or by tail, by rules, by a limit or by your own configuration. See what is kept, what is lost, and which rates you can still believe.',
    height: 'min-h-[1580px] @3xl:min-h-[1100px]',
    /** With two strategies: on a phone they stand one above the other. */
    heightOfTwo: 'min-h-[2060px] @3xl:min-h-[1130px]',
  },
  'collector-pipeline': {
    title: 'Run a Collector',
    summary:
      'Paste a Collector configuration. See its pipelines, what it would refuse to start with, and what becomes of a shop’s spans, points and log records in each component.',
    height: 'min-h-[2300px] @3xl:min-h-[1180px]',
  },
  'conventions-translator': {
    title: 'Translate names',
    summary:
      'Let three services write old attribute names, new ones or both. See what a query counts, misses and counts twice, and what each old name is called today.',
    height: 'min-h-[1900px] @3xl:min-h-[1400px]',
  },
  'resource-slicer': {
    title: 'Slice by resource',
    summary:
      'Group the requests of twelve instances by service, version, node or region. Find the attribute where errors concentrate, and see what an identity shared or forgotten does to the answer.',
    height: 'min-h-[1260px] @3xl:min-h-[760px]',
  },
} as const

export type SimulatorName = keyof typeof simulators
