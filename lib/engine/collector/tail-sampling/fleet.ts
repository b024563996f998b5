import type { Random } from '../../random'
import { encodeUtf8 } from '../../utf8'
import type { CompiledTailSampling } from './compiled'
import { HashRing } from './hash-ring'
import { type TailSamplingListeners, TailSamplingProcessor } from './processor'
import type { ResourceSpansData, SpanData } from './span-data'

/**
 * How spans find a collector: by consistent hash of the trace id or of `service.name`, as the load_balancing exporter
 * does with `routing_key: traceID` and `service`, or each request to any, as a plain load balancer does.
 */
export type Routing =
  | { readonly kind: 'trace-id' | 'service' }
  | { readonly kind: 'any'; readonly random: Random }

/**
 * Several collectors with the same tail_sampling configuration. Without routing by trace id each sees only part of a
 * trace and decides about that part alone.
 *
 * Source: contrib processor/tailsamplingprocessor/README.md (scaling), exporter/loadbalancingexporter.
 */
export class TailSamplingFleet {
  private ring: HashRing
  private readonly processors = new Map<string, TailSamplingProcessor>()
  private nowMs: number

  /**
   * @param endpoints names of the collectors, at least one.
   * @param listen the listeners of each collector, so that they can tell which one speaks.
   */
  constructor(
    private readonly compiled: CompiledTailSampling,
    endpoints: readonly string[],
    private readonly routing: Routing,
    startMs = 0,
    private readonly listen: (endpoint: string) => TailSamplingListeners = () => ({}),
  ) {
    if (endpoints.length === 0) throw new RangeError('A fleet needs at least one collector')
    this.nowMs = startMs
    this.ring = new HashRing(endpoints)
    for (const endpoint of endpoints) this.start(endpoint)
  }

  get endpoints(): readonly string[] {
    return this.ring.endpoints
  }

  /** The collector of that name, also one that has been taken off the ring; RangeError for a name never given. */
  collector(endpoint: string): TailSamplingProcessor {
    const processor = this.processors.get(endpoint)
    if (!processor) throw new RangeError(`No collector is called ${endpoint}`)
    return processor
  }

  /** Spans arrive at `nowMs` and go to their collectors. Each group of resource spans is one request. */
  ingest(resourceSpans: readonly ResourceSpansData[], nowMs: number): void {
    this.nowMs = nowMs
    for (const group of resourceSpans) {
      for (const [endpoint, spans] of this.route(group)) {
        this.collector(endpoint).ingest([{ ...group, spans }], nowMs)
      }
    }
  }

  advance(nowMs: number): void {
    this.nowMs = nowMs
    for (const processor of this.processors.values()) processor.advance(nowMs)
  }

  /**
   * Scales to another set of collectors. New spans follow the new ring at once; a collector taken off it keeps what it
   * holds and decides that in its time, so traces in flight are split.
   */
  resize(endpoints: readonly string[], nowMs: number): void {
    if (endpoints.length === 0) throw new RangeError('A fleet needs at least one collector')
    this.advance(nowMs)
    this.ring = new HashRing(endpoints)
    for (const endpoint of endpoints) if (!this.processors.has(endpoint)) this.start(endpoint)
  }

  shutDown(nowMs: number): void {
    for (const processor of this.processors.values()) processor.shutDown(nowMs)
  }

  private start(endpoint: string): void {
    this.processors.set(endpoint, new TailSamplingProcessor(this.compiled, this.nowMs, this.listen(endpoint)))
  }

  private route(group: ResourceSpansData): Map<string, SpanData[]> {
    const { routing, ring } = this
    if (routing.kind === 'any') {
      const index = Math.floor(routing.random.next() * ring.endpoints.length)
      return new Map([[ring.endpoints[index]!, [...group.spans]]])
    }
    if (routing.kind === 'service') {
      const endpoint = ring.find(encodeUtf8(String(group.attributes?.['service.name'] ?? '')))
      return new Map([[endpoint ?? ring.endpoints[0]!, [...group.spans]]])
    }
    const routes = new Map<string, SpanData[]>()
    for (const span of group.spans) {
      const endpoint = ring.findByTraceId(span.traceId ?? '') ?? ring.endpoints[0]!
      const known = routes.get(endpoint)
      if (known) known.push(span)
      else routes.set(endpoint, [span])
    }
    return routes
  }
}
