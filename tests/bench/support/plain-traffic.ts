import type { Random } from '@/lib/engine/index'
import { compileGraph } from '@/lib/engine/traffic/compiled-graph'
import { drawQuantile, quantileTable } from '@/lib/engine/traffic/distribution'
import { eightSpans } from '@/lib/engine/traffic/eight-spans'
import type { SpanOperation } from '@/lib/engine/traffic/span-batch'
import { traceTemplate } from '@/lib/engine/traffic/trace-template'
import type { PlainSpan } from './plain-tail-sampling'

const hex = (word: number) => word.toString(16).padStart(8, '0')

/** FixedTraffic's traces, draw for draw, as plain objects: the same ids, times, failures and users. */
export class PlainTraffic {
  private readonly graph = compileGraph(eightSpans)
  private readonly shape = traceTemplate(this.graph)
  private readonly lag = quantileTable({ kind: 'lognormal', medianMs: 5, sigma: 0.5 })
  private readonly gap = quantileTable({ kind: 'exponential', meanMs: 10 })
  private nextStart = 0

  constructor(private readonly random: Random) {}

  generate(traces: number): PlainSpan[] {
    const spans: PlainSpan[] = []
    for (let trace = 0; trace < traces; trace += 1) spans.push(...this.trace())
    return spans
  }

  private trace(): PlainSpan[] {
    const { random, shape, graph } = this
    const traceId = hex(random.uint32()) + hex(random.uint32()) + hex(random.uint32()) + hex(random.uint32())
    const nodes = Array.from(shape.parent, (parent, at) => ({ parent, at, own: 0, took: 0, start: 0 }))
    // Draws run from the last position to the first, as the columns' do; so must ours for the same dice.
    for (const node of nodes.toReversed()) {
      node.own = drawQuantile(graph.tables, shape.ownTime[node.at]!, random.uint32())
      node.took =
        node.own +
        this.stepsOf(node.at).reduce((sum, step) => sum + longest(step.map((at) => nodes[at]!.took)), 0)
    }
    this.nextStart += drawQuantile(this.gap, 0, random.uint32())
    nodes[0]!.start = this.nextStart
    for (const node of nodes) {
      let from = node.start + node.own / 2
      for (const step of this.stepsOf(node.at)) {
        for (const at of step) nodes[at]!.start = from
        from = Math.max(...step.map((at) => nodes[at]!.start + nodes[at]!.took))
      }
    }
    const spans: PlainSpan[] = []
    for (const node of nodes) {
      const { name, kind, attributes }: SpanOperation = graph.catalog.operations[shape.operation[node.at]!]!
      const high = random.uint32()
      const low = Math.imul(high, 0x85ebca6b) >>> 0
      const instance = shape.firstResource[node.at]! + (((high >>> 16) * shape.instances[node.at]!) >>> 16)
      const endMs = node.start + node.took
      spans.push({
        traceId,
        spanId: hex(high) + hex(low),
        parentSpanId: node.parent < 0 ? '' : spans[node.parent]!.spanId,
        name,
        kind,
        status: 'UNSET',
        startMs: node.start,
        endMs,
        arrivalMs: endMs + drawQuantile(this.lag, 0, Math.imul(high ^ (high >>> 15), 0x2c1b3c6d)),
        attributes: shape.isHttp[node.at]
          ? { ...attributes, 'http.response.status_code': 200 }
          : { ...attributes },
        resource: graph.catalog.resources[instance]!.attributes,
      })
    }
    this.failSometimes(spans)
    spans[0]!.attributes['user.id'] = `user-${Math.floor(random.next() * 1_000_000)}`
    return spans
  }

  private failSometimes(spans: readonly PlainSpan[]): void {
    const { shape } = this
    const bits = this.random.uint32()
    if (bits >= shape.failBelow) return
    let origin = 0
    while (bits >= shape.failUntil[origin]!) origin += 1
    for (const at of shape.failurePath[origin]!) {
      const span = spans[at]!
      span.status = 'ERROR'
      span.attributes['error.type'] = shape.isHttp[at] ? '500' : '_OTHER'
      if (shape.isHttp[at]) span.attributes['http.response.status_code'] = 500
    }
  }

  /** The children of a position, in steps that run one after another. */
  private stepsOf(parent: number): number[][] {
    const { shape } = this
    const steps: number[][] = []
    for (let at = parent + 1; at < shape.size; at += 1) {
      if (shape.parent[at] !== parent) continue
      if (shape.newStep[at] || steps.length === 0) steps.push([at])
      else steps.at(-1)!.push(at)
    }
    return steps
  }
}

function longest(times: readonly number[]): number {
  return Math.max(0, ...times)
}
