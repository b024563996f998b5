import { encodeUtf8 } from '../../utf8'
import { type ColumnListeners, ColumnTailSampler } from './column-processor'
import type { CompiledTailSampling } from './compiled'
import type { Routing } from './fleet'
import { HashRing } from './hash-ring'
import type { SpanColumns } from './span-columns'

/**
 * TailSamplingFleet over columns: several collectors with the same configuration, and each span a request of its own.
 * For simulations of many thousand spans.
 */
export class ColumnTailFleet {
  private readonly samplers: readonly ColumnTailSampler[]
  private readonly ring: HashRing
  /** Collectors by trace, or by resource, once they have been looked up; -1 until then. */
  private readonly known: Int16Array

  /**
   * @param endpoints names of the collectors, at least one: where each is on the ring depends on them.
   * @param listen the listeners of each collector by its position, so that they can tell which one speaks.
   */
  constructor(
    compiled: CompiledTailSampling,
    private readonly spans: SpanColumns,
    private readonly endpoints: readonly string[],
    private readonly routing: Routing,
    startMs = 0,
    listen: (collector: number) => ColumnListeners = () => ({}),
  ) {
    if (endpoints.length === 0) throw new RangeError('A fleet needs at least one collector')
    this.ring = new HashRing(endpoints)
    this.samplers = endpoints.map((_, at) => new ColumnTailSampler(compiled, spans, startMs, listen(at)))
    const keys = routing.kind === 'service' ? spans.catalog.resources.length : spans.traceCount
    this.known = new Int16Array(keys).fill(-1)
  }

  /** Spans that wait for a decision, in all collectors. */
  get spansHeld(): number {
    return this.samplers.reduce((sum, { metrics }) => sum + metrics.spansHeld + metrics.spansWaiting, 0)
  }

  /** One span arrives at `nowMs` and goes to its collector. @returns the collector's position. */
  ingest(row: number, nowMs: number): number {
    const collector = this.endpoints.length === 1 ? 0 : this.collectorOf(row)
    this.samplers[collector]!.ingest(row, nowMs)
    return collector
  }

  advance(nowMs: number): void {
    for (const sampler of this.samplers) sampler.advance(nowMs)
  }

  shutDown(nowMs: number): void {
    for (const sampler of this.samplers) sampler.shutDown(nowMs)
  }

  private collectorOf(row: number): number {
    const { routing, spans, known } = this
    if (routing.kind === 'any') return Math.floor(routing.random.next() * this.endpoints.length)
    const key = routing.kind === 'service' ? spans.resource[row]! : spans.trace[row]!
    if (known[key] === -1) known[key] = this.lookUp(routing.kind, key)
    return known[key]!
  }

  private lookUp(kind: 'trace-id' | 'service', key: number): number {
    const endpoint =
      kind === 'trace-id'
        ? this.ring.find(traceIdBytes(this.spans.traceIds, key))
        : this.ring.find(
            encodeUtf8(String(this.spans.catalog.resources[key]?.attributes['service.name'] ?? '')),
          )
    return Math.max(0, this.endpoints.indexOf(endpoint ?? ''))
  }
}

function traceIdBytes(words: ArrayLike<number>, trace: number): number[] {
  return Array.from(
    { length: 16 },
    (_, index) => (words[4 * trace + (index >> 2)]! >>> (24 - 8 * (index & 3))) & 0xff,
  )
}
