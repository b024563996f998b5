import { addToSample, emptySample, estimateRate } from './estimate'
import { fateCode, fates } from './fate'
import { type History, happeningCode, memoryEveryMs } from './history'
import { type Traffic, traceKinds } from './traffic'

const isStored = (fate: number) => fate === fateCode.kept || fate === fateCode.partial

/** All that has become of the traces up to a moment; moves forwards only. */
export class SideFold {
  nowMs = 0
  private readonly fateOf: Uint8Array
  /** Traces by fate and kind: position `fate * 3 + kind`. */
  private readonly counts = new Uint32Array(fates.length * traceKinds.length)
  private seen = 0
  private happened = 0
  private read = 0
  private mostHeldSpans = 0
  private keptChecks = 0
  private keptSpans = 0
  private lateSpans = 0
  private evictedSpans = 0
  /** Stored traces, and those of them whose root is stored. */
  private storedTraces = 0
  private rootedTraces = 0
  private readonly hasRoot: Uint8Array
  /** By position in the history's `creditNames`. */
  private readonly credited: Uint32Array
  private readonly droppedBy: Uint32Array
  private readonly stored = emptySample()
  private readonly weighted = emptySample()

  constructor(
    private readonly traffic: Traffic,
    private readonly history: History,
  ) {
    this.fateOf = new Uint8Array(traffic.traceCount)
    this.hasRoot = new Uint8Array(traffic.traceCount)
    this.credited = new Uint32Array(history.creditNames.length)
    this.droppedBy = new Uint32Array(history.creditNames.length)
  }

  advance(nowMs: number): void {
    const { history, traffic } = this
    this.nowMs = nowMs
    if (history.refusal !== null) return
    const since = history.waits ? traffic.arrivalMs : traffic.startMs
    const { atMs, heldSpans } = history
    for (; this.seen < traffic.traceCount; this.seen += 1) {
      const trace = history.waits ? traffic.byArrival[this.seen]! : this.seen
      if (since[trace]! > nowMs) break
      if (this.fateOf[trace] === fateCode.unseen) this.move(trace, fateCode.waiting)
    }
    for (; this.happened < atMs.length && atMs[this.happened]! <= nowMs; this.happened += 1)
      this.take(this.happened)
    for (; this.read < heldSpans.length && this.read * memoryEveryMs <= nowMs; this.read += 1)
      this.mostHeldSpans = Math.max(this.mostHeldSpans, heldSpans[this.read]!)
  }

  private take(event: number): void {
    const { history, fateOf } = this
    const trace = history.trace[event]!
    const what = history.what[event]!
    const spans = history.spans[event]!
    const credit = history.credit[event]!
    const before = fateOf[trace]!
    if (what === happeningCode.kept || what === happeningCode.lateKept) {
      this.keptSpans += spans
      if (history.hasRoot[event] === 1 && this.hasRoot[trace] === 0) {
        this.hasRoot[trace] = 1
        this.rootedTraces += 1
      }
      // A second Collector that keeps its piece adds to what is stored already.
      if (what === happeningCode.lateKept || isStored(before)) return
      this.move(trace, before === fateCode.waiting ? fateCode.kept : fateCode.partial)
      this.store(trace)
      if (credit > 0) this.credited[credit] = this.credited[credit]! + 1
    } else if (what === happeningCode.lateLost) {
      this.lateSpans += spans
      if (isStored(before)) this.move(trace, fateCode.partial)
    } else {
      const isEvicted = what === happeningCode.evicted
      if (isEvicted) this.evictedSpans += spans
      else if (credit > 0) this.droppedBy[credit] = this.droppedBy[credit]! + 1
      if (isStored(before)) this.move(trace, fateCode.partial)
      else if (before === fateCode.waiting) this.move(trace, isEvicted ? fateCode.evicted : fateCode.dropped)
    }
  }

  private store(trace: number): void {
    const { adjustedCounts } = this.history
    const isError = traceKinds[this.traffic.kinds[trace]!] === 'error'
    this.storedTraces += 1
    this.keptChecks += this.traffic.isCheck[trace]!
    addToSample(this.stored, 1, isError)
    if (adjustedCounts !== null) addToSample(this.weighted, adjustedCounts[trace]!, isError)
  }

  private move(trace: number, fate: number): void {
    const kind = this.traffic.kinds[trace]!
    const from = this.fateOf[trace]! * traceKinds.length + kind
    const to = fate * traceKinds.length + kind
    if (this.fateOf[trace] !== fateCode.unseen) this.counts[from] = this.counts[from]! - 1
    this.counts[to] = this.counts[to]! + 1
    this.fateOf[trace] = fate
  }

  private count(fate: number, kind: number): number {
    return this.counts[fate * traceKinds.length + kind]!
  }

  private countAll(fate: number): number {
    return traceKinds.reduce((sum, _, kind) => sum + this.count(fate, kind), 0)
  }

  /** A copy that later moves leave alone. */
  snapshot() {
    const kept = (kind: number) => this.count(fateCode.kept, kind) + this.count(fateCode.partial, kind)
    return {
      fates: this.fateOf.slice(),
      kept: { error: kept(0), slow: kept(1), normal: kept(2) },
      whole: {
        error: this.count(fateCode.kept, 0),
        slow: this.count(fateCode.kept, 1),
        normal: this.count(fateCode.kept, 2),
      },
      partial: this.countAll(fateCode.partial),
      rootless: this.storedTraces - this.rootedTraces,
      waiting: this.countAll(fateCode.waiting),
      evicted: this.countAll(fateCode.evicted),
      keptChecks: this.keptChecks,
      keptSpans: this.keptSpans,
      lateSpans: this.lateSpans,
      evictedSpans: this.evictedSpans,
      heldSpans: this.history.heldSpans[this.read - 1] ?? 0,
      mostHeldSpans: this.mostHeldSpans,
      credits: rank(this.history.creditNames, this.credited),
      dropped: rank(this.history.creditNames, this.droppedBy),
      asStored: estimateRate(this.stored),
      adjusted: this.history.adjustedCounts === null ? null : estimateRate(this.weighted),
    }
  }
}

/** Those that were counted at all, most first. */
function rank(names: readonly string[], counts: Uint32Array) {
  return names
    .map((name, at) => ({ name, traces: counts[at]! }))
    .filter(({ traces }) => traces > 0)
    .sort((left, right) => right.traces - left.traces)
}
