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
  'trace-explorer': {
    title: 'Read a trace',
    summary:
      'Go from a histogram to an exemplar, its trace, its critical path and the log that says why. Change what goes wrong, which spans are made and what is kept.',
    height: 'min-h-[2540px] @3xl:min-h-[1300px]',
  },
  'incident-drill': {
    title: 'Find the cause',
    summary:
      'An alert fires on a generated system. Its metrics, traces and logs are at hand: find where it begins, what it is and which instances have it.',
    height: 'min-h-[2140px] @3xl:min-h-[1000px]',
  },
} as const

export type SimulatorName = keyof typeof simulators
