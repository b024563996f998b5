import { addToSample, emptySample, estimateRate } from './estimate'
import { fateCode, fates } from './fate'
import { type History, type HistoryEvent, memoryEveryMs } from './history'
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
  private readonly credited = new Map<string, number>()
  private readonly droppedBy = new Map<string, number>()
  private readonly stored = emptySample()
  private readonly weighted = emptySample()

  constructor(
    private readonly traffic: Traffic,
    private readonly history: History,
  ) {
    this.fateOf = new Uint8Array(traffic.traceCount)
  }

  advance(nowMs: number): void {
    const { history, traffic } = this
    this.nowMs = nowMs
    if (history.refusal !== null) return
    const since = history.waits ? traffic.arrivalMs : traffic.startMs
    const { events, heldSpans } = history
    for (; this.seen < traffic.traceCount; this.seen += 1) {
      const trace = history.waits ? traffic.byArrival[this.seen]! : this.seen
      if (since[trace]! > nowMs) break
      if (this.fateOf[trace] === fateCode.unseen) this.move(trace, fateCode.waiting)
    }
    for (; this.happened < events.length && events[this.happened]!.atMs <= nowMs; this.happened += 1)
      this.take(events[this.happened]!)
    for (; this.read < heldSpans.length && this.read * memoryEveryMs <= nowMs; this.read += 1)
      this.mostHeldSpans = Math.max(this.mostHeldSpans, heldSpans[this.read]!)
  }

  private take({ trace, what, spans, credit }: HistoryEvent): void {
    const before = this.fateOf[trace]!
    if (what === 'kept') {
      this.keptSpans += spans
      if (isStored(before)) return
      this.move(trace, before === fateCode.waiting ? fateCode.kept : fateCode.partial)
      this.store(trace)
      if (credit !== '') countUp(this.credited, credit)
    } else if (what === 'lateKept') this.keptSpans += spans
    else if (what === 'lateLost') {
      this.lateSpans += spans
      if (isStored(before)) this.move(trace, fateCode.partial)
    } else {
      if (what === 'evicted') this.evictedSpans += spans
      else if (credit !== '') countUp(this.droppedBy, credit)
      if (isStored(before)) this.move(trace, fateCode.partial)
      else if (before === fateCode.waiting) this.move(trace, fateCode[what])
    }
  }

  private store(trace: number): void {
    const { adjustedCounts } = this.history
    const isError = traceKinds[this.traffic.kinds[trace]!] === 'error'
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
      partial: this.countAll(fateCode.partial),
      waiting: this.countAll(fateCode.waiting),
      evicted: this.countAll(fateCode.evicted),
      keptChecks: this.keptChecks,
      keptSpans: this.keptSpans,
      lateSpans: this.lateSpans,
      evictedSpans: this.evictedSpans,
      heldSpans: this.history.heldSpans[this.read - 1] ?? 0,
      mostHeldSpans: this.mostHeldSpans,
      credits: sortCredits(this.credited),
      dropped: sortCredits(this.droppedBy),
      asStored: estimateRate(this.stored),
      adjusted: this.history.adjustedCounts === null ? null : estimateRate(this.weighted),
    }
  }
}

function countUp(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const sortCredits = (traces: ReadonlyMap<string, number>) =>
  [...traces]
    .map(([name, count]) => ({ name, traces: count }))
    .sort((left, right) => right.traces - left.traces)
