import type { Random } from '../random'
import { exportMoment } from './arrival'
import { type CompiledGraph, type CompiledOperation, compileGraph } from './compiled-graph'
import { type Distribution, drawQuantile, quantileTable } from './distribution'
import { EntrySchedule } from './entry-schedule'
import type { Fault } from './fault'
import { RequestWalk } from './request-walk'
import type { ServiceGraph } from './service-graph'
import { SpanBatch } from './span-batch'

export interface TrafficOptions {
  readonly random: Random
  readonly faults?: readonly Fault[]
  /** From a process to the Collector; log-normal around 5 ms where absent. */
  readonly networkLag?: Distribution
  /** Of each process's batch span processor; 5000 by the specification. 0, the default, sends every span at its end. */
  readonly exportIntervalMs?: number
}

/**
 * Requests running through a service graph, in the order of their start. Same graph, same options and same seed give
 * the same bytes. Spans are appended to `batch`; clear it whenever they have been used.
 *
 * Simplified: a pool serves callers in the order of their traces, not of their queries, and processors are not shared,
 * so that load alone slows nothing down but what waits for a pool.
 */
export class TrafficGenerator {
  readonly batch: SpanBatch
  private readonly graph: CompiledGraph
  private readonly random: Random
  private readonly lag: Float64Array
  private readonly exportIntervalMs: number
  private readonly walk: RequestWalk
  private readonly schedule: EntrySchedule

  /** RangeError with the first problem of a graph that does not hold together. */
  constructor(graph: ServiceGraph, options: TrafficOptions) {
    this.graph = compileGraph(graph, options.faults)
    this.batch = new SpanBatch(this.graph.catalog)
    this.random = options.random
    this.lag = quantileTable(options.networkLag ?? { kind: 'lognormal', medianMs: 5, sigma: 0.5 })
    this.exportIntervalMs = options.exportIntervalMs ?? 0
    this.walk = new RequestWalk(this.graph, this.batch, this.random)
    this.schedule = new EntrySchedule(this.graph.entries, this.random)
  }

  /** Appends every trace that starts before `toMs` and was not generated yet. @returns how many rows were appended. */
  advance(toMs: number): number {
    const before = this.batch.spanCount
    const { schedule } = this
    for (let entry = schedule.earliest(); schedule.startOf(entry) < toMs; entry = schedule.earliest()) {
      this.startTrace(entry)
    }
    return this.batch.spanCount - before
  }

  /** Appends the next `count` traces (and those that their messages start). @returns how many rows were appended. */
  generate(count: number): number {
    const before = this.batch.spanCount
    for (let trace = 0; trace < count; trace += 1) this.startTrace(this.schedule.earliest())
    return this.batch.spanCount - before
  }

  private startTrace(index: number): void {
    const entry = this.graph.entries[index]!
    const startMs = this.schedule.take(index)
    const { pools, outcome, deferred } = this.walk
    pools.forgetBefore(startMs)
    const root = this.trace(entry.operation, startMs)
    if (entry.users > 0) outcome.user.codes[root] = 1 + Math.floor(this.random.next() * entry.users)
    // Consumers that only link to their producer start traces of their own; those may send messages again.
    for (let next = deferred.shift(); next !== undefined; next = deferred.shift()) {
      this.batch.addLink(this.trace(next.operation, next.startMs), next.producer)
    }
  }

  /** @returns the root's row. */
  private trace(operation: CompiledOperation, startMs: number): number {
    const { batch, random } = this
    batch.reserveTraces(1)
    const trace = batch.traceCount
    for (let word = 0; word < 4; word += 1) batch.traceIds[4 * trace + word] = random.uint32()
    batch.traceFlags[trace] = 0b11
    const root = batch.spanCount
    this.walk.start(operation, startMs)
    batch.traceCount = trace + 1
    batch.firstSpan[trace] = root
    batch.firstSpan[trace + 1] = batch.spanCount
    for (let row = root; row < batch.spanCount; row += 1) {
      const sent = exportMoment(batch.end[row]!, batch.resource[row]!, this.exportIntervalMs)
      batch.arrival[row] = sent + drawQuantile(this.lag, 0, random.uint32())
    }
    return root
  }
}
