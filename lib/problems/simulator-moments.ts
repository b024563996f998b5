/** The moments that problems open their simulators at, in milliseconds of the simulator. */
export const moments = {
  /** The end of a run of each. */
  sampling: 15_000,
  cardinality: 10_000,
  pipeline: 10_000,
  slicer: 10_000,
  /** The stages of the trace explorer at which the trace, its critical path and its log are seen. */
  trace: 4800,
  path: 7200,
  log: 9600,
  /** The request is at the first service of the propagation simulator, and at the third stop. */
  web: 1,
  checkout: 2400,
} as const
