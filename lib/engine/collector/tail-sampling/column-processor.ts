import { ColumnTable } from './column-table'
import { bindPolicies, type CompiledTailSampling } from './compiled'
import type { DecisionCode } from './decision'
import { DenseEntryTable } from './entry-table'
import type { PolicyCount } from './jury'
import type { LossReason, TailSamplingMetrics } from './metrics'
import { SamplerCore } from './sampler-core'
import type { Arrival, ForwardCause, SamplerPort, TraceEntry } from './sampler-port'
import type { SpanColumns } from './span-columns'
import type { TraceView } from './trace-view'

/** Listeners over rows. Arrays of rows must not be kept. */
export interface ColumnListeners {
  onForward?(trace: number, rows: readonly number[], cause: 'decision' | 'memory' | 'cache'): void
  onLose?(trace: number, rows: readonly number[], reason: LossReason): void
  /** `policy` is the credited policy's name, '' where none is. */
  onDecision?(trace: number, decision: DecisionCode, policy: string, decidedAtMs: number): void
}

/** Rows for the core's groups. Methods and no closures: what is compiled for one run serves the next. */
class ColumnPort implements SamplerPort<number, number> {
  private readonly shown: TraceView = {
    rows: null,
    from: 0,
    to: 0,
    spanCount: 0,
    sizeBytes: -1,
    idWords: [],
    idAt: 0,
  }

  constructor(
    private readonly spans: SpanColumns,
    private readonly listeners: ColumnListeners,
  ) {}

  view(id: number, rows: readonly number[], spanCount: number): TraceView {
    const { shown } = this
    shown.rows = rows
    shown.to = rows.length
    shown.spanCount = spanCount
    shown.idWords = this.spans.traceIds
    shown.idAt = 4 * id
    return shown
  }

  forward(id: number, rows: readonly number[], _policy: string, cause: ForwardCause): void {
    this.listeners.onForward?.(id, rows, cause)
  }

  lose(id: number, rows: readonly number[], reason: LossReason): void {
    this.listeners.onLose?.(id, rows, reason)
  }

  decided(entry: TraceEntry<number, number>): void {
    this.listeners.onDecision?.(entry.id, entry.decision, entry.policy, entry.decidedAtMs)
  }
}

/**
 * The tail_sampling processor over columns: the same core as TailSamplingProcessor, with row numbers for spans and the
 * trace's row for its id. For simulations of millions of spans.
 */
export class ColumnTailSampler {
  private readonly core: SamplerCore<number, number>
  private readonly table: ColumnTable
  private readonly measuresSize: boolean
  private readonly arrival = { id: 0, group: 0, spanCount: 1, hasRoot: false, sizeBytes: 0 }

  constructor(
    compiled: CompiledTailSampling,
    private readonly spans: SpanColumns,
    startMs = 0,
    listeners: ColumnListeners = {},
  ) {
    this.table = new ColumnTable(spans)
    this.measuresSize = compiled.settings.maximumTraceSizeBytes > 0
    const voters = bindPolicies(compiled, this.table)
    const port = new ColumnPort(spans, listeners)
    this.core = new SamplerCore(compiled.settings, voters, port, startMs, new DenseEntryTable())
  }

  /** Counters since the start. Live: read, do not write. */
  get metrics(): Readonly<TailSamplingMetrics> {
    return this.core.metrics
  }

  /** How often each policy voted which way so far, drop policies first. */
  policyCounts(): PolicyCount[] {
    return this.core.jury.counts()
  }

  get tracesOnMemory(): number {
    return this.core.tracesOnMemory
  }

  /** One span arrives, at `nowMs`. */
  ingest(row: number, nowMs: number): void {
    const { arrival, spans } = this
    arrival.id = spans.trace[row]!
    arrival.group = row
    arrival.hasRoot = spans.parent[row]! < 0
    if (this.measuresSize) arrival.sizeBytes = this.table.sizeBytes(null, row, row + 1)
    this.core.arrive(arrival satisfies Arrival<number, number>, nowMs)
  }

  advance(nowMs: number): void {
    this.core.advance(nowMs)
  }

  shutDown(nowMs: number): void {
    this.core.shutDown(nowMs)
  }
}
