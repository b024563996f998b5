/** A simulator to be measured: while it plays, or while its controls are dragged. */
export interface Scene {
  readonly name: string
  readonly what: 'play' | 'drag'
  readonly path: string
  readonly forMs: number
}

/** 120 traces a second for forty seconds are 26,000 spans. */
const busy = '/play/sampling?preset=tail&perSecond=120'

/** What is measured. A drag begins at the end of a run, where there is most to compute anew. */
export const playScenes: readonly Scene[] = [
  { name: 'play sampling, 26,000 spans, one strategy', what: 'play', path: `${busy}&b=none`, forMs: 9000 },
  { name: 'play sampling, 26,000 spans, two strategies', what: 'play', path: busy, forMs: 9000 },
  { name: 'play cardinality', what: 'play', path: '/play/cardinality', forMs: 9000 },
  { name: 'play propagation', what: 'play', path: '/play/propagation', forMs: 6000 },
  { name: 'play trace explorer', what: 'play', path: '/play/trace-explorer', forMs: 8000 },
  { name: 'play incident drill', what: 'play', path: '/play/incident-drill', forMs: 8000 },
  {
    name: 'play Collector pipeline',
    what: 'play',
    path: '/play/collector-pipeline?perSecond=30',
    forMs: 9000,
  },
  { name: 'play conventions', what: 'play', path: '/play/conventions-translator', forMs: 6000 },
  { name: 'play resource slicer', what: 'play', path: '/play/resource-slicer', forMs: 6000 },
  { name: 'drag sampling, 26,000 spans, two strategies', what: 'drag', path: `${busy}&at=14000`, forMs: 0 },
  { name: 'drag cardinality', what: 'drag', path: '/play/cardinality?at=10000', forMs: 0 },
  { name: 'drag propagation', what: 'drag', path: '/play/propagation?at=7200', forMs: 0 },
]

/** The address at the server that is running. */
export function sceneAddress({ path }: Scene): string {
  return `${process.env.SPANWISE_URL}${path}`
}
