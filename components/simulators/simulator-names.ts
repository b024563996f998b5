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
    height: 'min-h-[1500px] @3xl:min-h-[1020px]',
  },
} as const

export type SimulatorName = keyof typeof simulators
