import type { Random } from '../random'
import { type CompiledGraph, compileGraph } from './compiled-graph'
import { drawQuantile, quantileTable } from './distribution'
import type { TrafficOptions } from './generator'
import { OutcomeColumns } from './outcome-columns'
import type { ServiceGraph } from './service-graph'
import { SpanBatch } from './span-batch'
import { type TraceTemplate, traceTemplate } from './trace-template'

/**
 * The fast path for graphs whose traces all have one shape. The columns that never vary are written once and kept while
 * the batch is refilled; what varies (ids, instances, times, status, user) is drawn anew for every trace.
 *
 * Simplified against `TrafficGenerator`: at most one failure starts in a trace, and it does not cut the trace short; no
 * faults, pools, timeouts, retries; spans are sent at their end.
 */
export class FixedTraffic {
  readonly batch: SpanBatch
  readonly template: TraceTemplate
  private readonly graph: CompiledGraph
  private readonly random: Random
  private readonly outcome: OutcomeColumns
  private readonly lag: Float64Array
  private readonly gapMs: Float64Array
  private nextStart = 0
  /** Rows whose unvarying columns are written. */
  private prepared = 0
  private failedRows: number[] = []

  /** RangeError with the reason where the graph's traces are not all of one shape. */
  constructor(graph: ServiceGraph, options: Pick<TrafficOptions, 'random' | 'networkLag'>) {
    this.graph = compileGraph(graph)
    this.template = traceTemplate(this.graph)
    this.batch = new SpanBatch(this.graph.catalog)
    this.random = options.random
    this.outcome = new OutcomeColumns(this.batch)
    this.lag = quantileTable(options.networkLag ?? { kind: 'lognormal', medianMs: 5, sigma: 0.5 })
    this.gapMs = quantileTable({ kind: 'exponential', meanMs: 1000 / this.graph.entries[0]!.perSecond })
  }

  /** Replaces the batch's rows by the next `traces` traces. Do not write to the batch. */
  refill(traces: number): SpanBatch {
    const { batch, outcome } = this
    for (const row of this.failedRows) this.mend(row)
    this.failedRows = []
    batch.spanCount = 0
    batch.traceCount = 0
    batch.reserveTraces(traces)
    batch.reserveSpans(traces * this.template.size)
    this.prepare(traces)
    const { users } = this.graph.entries[0]!
    const userCodes = outcome.user.codes
    for (let trace = 0; trace < traces; trace += 1) {
      const root = trace * this.template.size
      this.write(trace, root)
      if (users > 0) userCodes[root] = 1 + Math.floor(this.random.next() * users)
    }
    batch.traceCount = traces
    batch.spanCount = traces * this.template.size
    return batch
  }

  private write(trace: number, root: number): void {
    const { batch, random, template } = this
    const { tables } = this.graph
    const { size, parent, ownTime, newStep, children, stepEnd, before, firstResource, instances } = template
    const { traceIds, spanIds, resource, start, end, arrival } = batch
    for (let word = 0; word < 4; word += 1) traceIds[4 * trace + word] = random.uint32()
    // Backwards: how long each span takes, its children first. `children` sums the steps, `stepEnd` is the open one.
    for (let at = size - 1; at >= 0; at -= 1) {
      const own = drawQuantile(tables, ownTime[at]!, random.uint32())
      const took = own + children[at]! + stepEnd[at]!
      before[at] = own / 2
      end[root + at] = took
      children[at] = 0
      stepEnd[at] = 0
      if (at === 0) continue
      const above = parent[at]!
      if (took > stepEnd[above]!) stepEnd[above] = took
      if (newStep[at]) {
        children[above] = children[above]! + stepEnd[above]!
        stepEnd[above] = 0
      }
    }
    this.nextStart += drawQuantile(this.gapMs, 0, random.uint32())
    start[root] = this.nextStart
    // Forwards: where each starts. `children` is now where the open step starts, `stepEnd` where it ends so far.
    for (let at = 0; at < size; at += 1) {
      const row = root + at
      if (at > 0) {
        const above = parent[at]!
        if (newStep[at]) children[above] = stepEnd[above]!
        start[row] = children[above]!
        const until = start[row]! + end[row]!
        if (until > stepEnd[above]!) stepEnd[above] = until
      }
      stepEnd[at] = start[row]! + before[at]!
      end[row] = start[row]! + end[row]!
      const high = random.uint32()
      spanIds[2 * row] = high
      spanIds[2 * row + 1] = Math.imul(high, 0x85ebca6b) + row + 1 || 1
      resource[row] = firstResource[at]! + (((high >>> 16) * instances[at]!) >>> 16)
      arrival[row] = end[row]! + drawQuantile(this.lag, 0, Math.imul(high ^ (high >>> 15), 0x2c1b3c6d))
    }
    children.fill(0)
    stepEnd.fill(0)
    if (template.failBelow > 0) this.failSometimes(root)
  }

  private failSometimes(root: number): void {
    const { template, outcome } = this
    const bits = this.random.uint32()
    if (bits >= template.failBelow) return
    let origin = 0
    while (bits >= template.failUntil[origin]!) origin += 1
    for (const at of template.failurePath[origin]!) {
      const row = root + at
      if (template.isHttp[at]) {
        outcome.statusCode.codes[row] = outcome.internalError
        outcome.fail(row, outcome.failedHttp)
      } else outcome.fail(row, outcome.other)
      this.failedRows.push(row)
    }
  }

  private mend(row: number): void {
    const { batch, outcome } = this
    batch.status[row] = 0
    outcome.errorType.codes[row] = 0
    if (outcome.statusCode.codes[row] !== 0) outcome.statusCode.codes[row] = outcome.ok
  }

  private prepare(traces: number): void {
    const { batch, template, outcome } = this
    for (; this.prepared < traces; this.prepared += 1) {
      const root = this.prepared * template.size
      batch.firstSpan[this.prepared] = root
      batch.firstSpan[this.prepared + 1] = root + template.size
      batch.traceFlags[this.prepared] = 0b11
      for (let at = 0; at < template.size; at += 1) {
        const row = root + at
        batch.trace[row] = this.prepared
        batch.parent[row] = at === 0 ? -1 : root + template.parent[at]!
        batch.operation[row] = template.operation[at]!
        batch.service[row] = template.service[at]!
        batch.kind[row] = template.kind[at]!
        if (template.isHttp[at]) outcome.statusCode.codes[row] = outcome.ok
      }
    }
  }
}
