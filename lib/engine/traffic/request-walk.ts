import type { Random } from '../random'
import { type CompiledCall, type CompiledGraph, type CompiledOperation, threshold } from './compiled-graph'
import { ConnectionPools } from './connection-pool'
import { drawQuantile } from './distribution'
import {
  backlogMs,
  type CompiledFault,
  changeOf,
  leakMs,
  leastFailures,
  slowness,
  stormOf,
} from './fault-effect'
import { OutcomeColumns } from './outcome-columns'
import type { SpanBatch } from './span-batch'

const always = 0x1_0000_0000

/** A message whose consumer only links to it: it starts a trace of its own. */
export interface DeferredTrace {
  readonly operation: CompiledOperation
  readonly startMs: number
  /** The row of the span that sent it. */
  readonly producer: number
}

/**
 * One request's way through the operations of a graph: appends a span for everything that it calls, and says how each
 * ended. The trace that the spans belong to is the batch's next.
 */
export class RequestWalk {
  readonly pools: ConnectionPools
  readonly outcome: OutcomeColumns
  /** What the walk so far leaves to traces of their own, in order. */
  readonly deferred: DeferredTrace[] = []
  /** How the operation or call last emitted ended. */
  private failed = false
  private notFound = false
  private reason = 0

  constructor(
    private readonly graph: CompiledGraph,
    private readonly batch: SpanBatch,
    private readonly random: Random,
  ) {
    this.pools = new ConnectionPools(graph.pools)
    this.outcome = new OutcomeColumns(batch)
  }

  /** Walks from an operation that nobody called. */
  start(operation: CompiledOperation, startMs: number): void {
    this.operation(operation, -1, startMs, this.instanceOf(operation))
  }

  private instanceOf({ firstResource, instances }: CompiledOperation): number {
    return instances === 1 ? firstResource : firstResource + Math.floor(this.random.next() * instances)
  }

  private open(
    span: number,
    service: number,
    resource: number,
    kind: number,
    parent: number,
    at: number,
  ): number {
    const { batch } = this
    batch.reserveSpans(1)
    const row = batch.spanCount
    batch.spanCount = row + 1
    batch.trace[row] = batch.traceCount
    const high = this.random.uint32()
    batch.spanIds[2 * row] = high
    // Bijective in the row, so that ids of one trace differ whatever the dice say; never all zero.
    batch.spanIds[2 * row + 1] = Math.imul(high, 0x85ebca6b) + row + 1 || 1
    batch.parent[row] = parent
    batch.operation[row] = span
    batch.service[row] = service
    batch.resource[row] = resource
    batch.kind[row] = kind
    batch.status[row] = 0
    batch.start[row] = at
    return row
  }

  private draw(table: number): number {
    return drawQuantile(this.graph.tables, table, this.random.uint32())
  }

  /** Emits an operation and all it calls. @returns when it ends. */
  private operation(operation: CompiledOperation, parent: number, startMs: number, resource: number): number {
    const row = this.open(operation.span, operation.service, resource, operation.kind, parent, startMs)
    const half = (this.draw(operation.selfTime) * slowness(operation.faults, startMs, resource)) / 2
    let at = startMs + half
    let failed = false
    let reason = 0
    for (const step of operation.steps) {
      let stepEnd = at
      for (const call of step) {
        const change = call.changes.length === 0 ? undefined : changeOf(call.changes, at, resource)
        const madeBelow = change ? change.madeBelow : call.madeBelow
        if (madeBelow < always && this.random.uint32() >= madeBelow) continue
        const least = change ? change.times[0] : call.least
        const spread = (change ? change.times[1] : call.most) - least
        const times = spread === 0 ? least : least + Math.floor(this.random.next() * (spread + 1))
        let start = at
        for (let time = 0; time < times; time += 1) {
          const end = this.call(call, row, start, resource, operation.service)
          if (change) start = end
          if (end > stepEnd) stepEnd = end
          if (this.failed && !call.optional) {
            failed = true
            reason = this.reason
          }
        }
      }
      at = stepEnd
      if (failed) break
    }
    const end = at + half
    failed ||= this.fails(operation.errorBelow, operation.faults, startMs, resource)
    this.notFound = !failed && operation.notFoundBelow > 0 && this.random.uint32() < operation.notFoundBelow
    this.batch.end[row] = end
    const { outcome } = this
    if (operation.isHttp) outcome.statusCode.codes[row] = this.answer(failed)
    this.reason = operation.isHttp ? outcome.failedHttp : outcome.other
    if (failed) outcome.fail(row, reason === outcome.poolTimeout ? reason : this.reason)
    this.failed = failed
    return end
  }

  private call(call: CompiledCall, caller: number, at: number, resource: number, service: number): number {
    switch (call.kind) {
      case 'local':
        return this.operation(call.operation!, caller, at, resource)
      case 'http':
        return this.request(call, caller, at, resource, service)
      case 'query':
        return this.query(call, caller, at, resource, service)
      case 'publish':
        return this.publish(call, caller, at, resource, service)
    }
  }

  private request(call: CompiledCall, caller: number, at: number, resource: number, service: number): number {
    const { outcome } = this
    const called = call.operation!
    const storm = stormOf(called.faults, at, resource)
    const attempts = storm === null ? call.attempts : storm.attempts
    const backoff = storm === null ? call.backoffMs : 0
    let end = at
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const start = attempt === 0 ? at : end + backoff
      const row = this.open(call.span, service, resource, 2, caller, start)
      const wire = this.draw(call.time)
      end = this.operation(called, row, start + wire / 2, this.instanceOf(called)) + wire / 2
      if (attempt > 0) outcome.resendCount.codes[row] = outcome.resendCount.encode(attempt)
      const late = end - start > call.timeoutMs
      if (late) {
        end = start + call.timeoutMs
        outcome.fail(row, outcome.timeout)
      } else {
        outcome.statusCode.codes[row] = this.answer(this.failed)
        if (this.failed) outcome.fail(row, outcome.failedHttp)
        // A 404 is an error to the client that asked, not to the server that answered.
        else if (this.notFound) outcome.fail(row, outcome.notFoundHttp)
      }
      this.batch.end[row] = end
      this.failed ||= late
      if (!this.failed) break
    }
    return end
  }

  private answer(failed: boolean): number {
    if (failed) return this.outcome.internalError
    return this.notFound ? this.outcome.notFound : this.outcome.ok
  }

  private query(call: CompiledCall, caller: number, at: number, resource: number, service: number): number {
    const time = this.draw(call.time) * slowness(call.faults, at, resource)
    let start = at
    if (call.pool >= 0) {
      const waited = this.pools.acquire(call.pool, resource, at, time + leakMs(call.faults, at, resource))
      if (waited.failed) {
        this.batch.addWait(caller, waited.ms)
        this.reason = this.outcome.poolTimeout
        this.failed = true
        return at + waited.ms
      }
      this.batch.addWait(this.batch.spanCount, waited.ms)
      start = at + waited.ms
    }
    const row = this.open(call.span, service, resource, 2, caller, start)
    this.batch.end[row] = start + time
    this.failed = this.fails(call.errorBelow, call.faults, start, resource)
    this.reason = this.outcome.other
    if (this.failed) this.outcome.fail(row, this.outcome.other)
    return start + time
  }

  private publish(call: CompiledCall, caller: number, at: number, resource: number, service: number): number {
    const row = this.open(call.span, service, resource, 3, caller, at)
    const end = at + this.draw(call.time)
    this.batch.end[row] = end
    const operation = call.operation!
    const startMs = end + this.draw(call.delay) + backlogMs(operation.faults, end)
    if (call.links) this.deferred.push({ operation, startMs, producer: row })
    else this.operation(operation, row, startMs, this.instanceOf(operation))
    this.failed = false
    return end
  }

  private fails(errorBelow: number, faults: readonly CompiledFault[], at: number, resource: number): boolean {
    const below =
      faults.length === 0 ? errorBelow : Math.max(errorBelow, threshold(leastFailures(faults, at, resource)))
    return below > 0 && this.random.uint32() < below
  }
}
