import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import { BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base'
import { arrivalOrder, createRandom, eightSpans, FixedTraffic, shop, TrafficGenerator } from '@/lib/engine'
import type { Comparison } from './compare'

const noop: SpanProcessor = {
  onStart() {},
  onEnd() {},
  async forceFlush() {},
  async shutdown() {},
}

/** The same eight spans: name, kind, parent by position, attributes. */
const shape = (() => {
  const batch = new FixedTraffic(eightSpans, { random: createRandom(1) }).refill(1)
  return Array.from({ length: batch.spanCount }, (_, row) => {
    const { name, kind, attributes } = batch.catalog.operations[batch.operation[row]!]!
    return { name, kind: SpanKind[kind], parent: batch.parent[row]!, attributes: attributes as never }
  })
})()

function sdkTraces(tracer: Tracer, traces: number): number {
  const random = createRandom(1)
  let made = 0
  for (let index = 0; index < traces; index += 1) {
    const contexts: Context[] = []
    const spans = shape.map(({ name, kind, parent, attributes }) => {
      const above = parent < 0 ? ROOT_CONTEXT : contexts[parent]!
      const span = tracer.startSpan(name, { kind, attributes, startTime: index }, above)
      contexts.push(trace.setSpan(above, span))
      return span
    })
    const failed = random.next() < 0.01
    for (const [row, span] of spans.entries()) {
      if (failed && row === 0) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end(index + 1 + random.next())
      made += 1
    }
  }
  return made
}

const traces = 500
const tracer = new BasicTracerProvider({ spanProcessors: [noop] }).getTracer('bench')
const fixed = new FixedTraffic(eightSpans, { random: createRandom(1) })

/** The SDK does more a span: limits, clock correction, ids as text, objects that outlive the batch, a processor to call. */
export const trafficComparisons: readonly Comparison[] = [
  {
    name: 'spans made, eight to a trace, OpenTelemetry JS with a no-op processor against the fast path',
    size: 8 * traces,
    baseline: () => sdkTraces(tracer, traces),
    candidate: () => fixed.refill(traces).spanCount,
  },
]

const graph = new TrafficGenerator(shop, { random: createRandom(1), exportIntervalMs: 5000 })
let order: Uint32Array = new Uint32Array(0)

/** Spans of the realistic path, put into the order of their arrival. @returns how many. */
export function realisticSpans(): number {
  graph.batch.clear()
  graph.generate(traces)
  order = arrivalOrder(graph.batch, order)
  return graph.batch.spanCount
}

export function fixedSpans(): number {
  return fixed.refill(traces).spanCount
}
