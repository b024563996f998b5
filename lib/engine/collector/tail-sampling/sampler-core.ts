import { ArrivalQueue } from './arrival-queue'
import type { Voter } from './combine-votes'
import { decisionCode } from './decision'
import { DecisionCache } from './decision-cache'
import type { EntryTable } from './entry-table'
import { IdBatcher } from './id-batcher'
import { Jury } from './jury'
import { emptyMetrics, type LossReason } from './metrics'
import type { Arrival, ForwardCause, SamplerPort, TraceEntry } from './sampler-port'
import type { TailSamplingSettings } from './settings'

const tickMs = 1000

/**
 * The tail_sampling processor, over any kind of trace id and of spans. Time passes by `advance`: a ticker fires every
 * second from the start, and each tick decides the batch of traces that is due.
 *
 * Source: contrib processor/tailsamplingprocessor/processor.go (iter, processTrace, samplingPolicyOnTick).
 */
export class SamplerCore<Id, Group> {
  readonly metrics = emptyMetrics()
  readonly jury: Jury
  private readonly arrivals = new ArrivalQueue<TraceEntry<Id, Group>>()
  /** What arrived while the processor was blocked. */
  private waiting: Arrival<Id, Group>[] = []
  private readonly batcher: IdBatcher<Id>
  private readonly sampledCache: DecisionCache<Id>
  private readonly nonSampledCache: DecisionCache<Id>
  private readonly earlierTicks: number
  private readonly remembers: boolean
  /** What a decided trace holds: nothing is added to it. */
  private readonly nothing: Group[] = []
  private nextTickMs: number

  constructor(
    private readonly settings: TailSamplingSettings,
    voters: readonly Voter[],
    private readonly port: SamplerPort<Id, Group>,
    startMs: number,
    private readonly entries: EntryTable<Id, TraceEntry<Id, Group>> = new Map(),
  ) {
    this.batcher = new IdBatcher(Math.max(1, Math.floor(settings.decisionWaitMs / 1000)))
    this.sampledCache = new DecisionCache(settings.sampledCacheSize)
    this.nonSampledCache = new DecisionCache(settings.nonSampledCacheSize)
    this.remembers = settings.sampledCacheSize > 0 || settings.nonSampledCacheSize > 0
    this.earlierTicks = Math.floor(settings.decisionWaitAfterRootReceivedMs / 1000)
    this.jury = new Jury(voters, settings.sampleOnFirstMatch)
    this.nextTickMs = startMs + tickMs
  }

  get batchCount(): number {
    return this.batcher.length
  }

  /** Traces in memory, decided or not. */
  get tracesOnMemory(): number {
    return this.entries.size
  }

  /** Ids of the traces in memory, oldest first. */
  idsOnMemory(): Id[] {
    return [...this.entries.keys()]
  }

  /** Lets time pass to `nowMs` and fires the ticks on the way, one at `nowMs` included. Time never goes back. */
  advance(nowMs: number): void {
    while (this.nextTickMs <= nowMs) this.fireTick()
  }

  /**
   * Spans arrive. With block_on_overflow and a full memory they wait, and everything after them too. The arrival
   * object may be used again by the caller. Of a span and a tick at the same moment the span comes first.
   */
  arrive(arrival: Arrival<Id, Group>, nowMs: number): void {
    while (this.nextTickMs < nowMs) this.fireTick()
    this.metrics.spansReceived += arrival.spanCount
    if (this.waiting.length === 0 && this.take(arrival, nowMs)) return
    this.metrics.spansWaiting += arrival.spanCount
    this.waiting.push({ ...arrival })
  }

  /** Decides everything that is pending with what has arrived, or drops it, as configured. */
  shutDown(nowMs: number): void {
    this.advance(nowMs)
    this.batcher.stop()
    if (!this.settings.dropPendingTracesOnShutdown) while (this.tick(nowMs)) this.letIn(nowMs)
    for (const entry of this.entries.values()) this.release(entry, 'shutdown')
    for (const arrival of this.waiting) {
      this.metrics.spansWaiting -= arrival.spanCount
      this.loseGroups(arrival.id, [arrival.group], arrival.spanCount, 'shutdown')
    }
    this.waiting = []
  }

  /** Makes a decision known without having seen the trace, as a shared decision cache would. */
  remember(id: Id, decision: 'Sampled' | 'NotSampled', policy: string): void {
    const cache = decision === 'Sampled' ? this.sampledCache : this.nonSampledCache
    cache.put(id, policy)
  }

  private fireTick(): void {
    const nowMs = this.nextTickMs
    this.nextTickMs += tickMs
    this.tick(nowMs)
    this.letIn(nowMs)
  }

  private letIn(nowMs: number): void {
    const refused = this.waiting.findIndex((arrival) => !this.take(arrival, nowMs))
    const admitted = this.waiting.splice(0, refused < 0 ? this.waiting.length : refused)
    for (const { spanCount } of admitted) this.metrics.spansWaiting -= spanCount
  }

  /** False where there is no room and senders have to wait. */
  private take(arrival: Arrival<Id, Group>, nowMs: number): boolean {
    const { id } = arrival
    if (this.remembers && this.takeByCache(arrival)) return true
    let entry = this.entries.get(id)
    if (entry === undefined) {
      if (this.entries.size >= this.settings.numTraces) {
        if (this.settings.blockOnOverflow) return false
        this.evictOldest()
      }
      entry = this.admit(id, nowMs)
    }
    this.add(entry, arrival, nowMs)
    return true
  }

  private takeByCache({ id, group, spanCount }: Arrival<Id, Group>): boolean {
    const sampledBy = this.sampledCache.get(id)
    if (sampledBy !== undefined) {
      this.metrics.earlyReleasesSampled += spanCount
      this.forwardGroups(id, [group], spanCount, sampledBy, 'cache')
      return true
    }
    if (this.nonSampledCache.get(id) === undefined) return false
    this.metrics.earlyReleasesNotSampled += spanCount
    this.loseGroups(id, [group], spanCount, 'late')
    return true
  }

  private admit(id: Id, nowMs: number): TraceEntry<Id, Group> {
    const entry: TraceEntry<Id, Group> = {
      id,
      groups: [],
      spanCount: 0,
      heldSpans: 0,
      sizeBytes: 0,
      batch: this.batcher.add(id),
      decision: decisionCode.Unspecified,
      policy: '',
      arrivedAtMs: nowMs,
      decidedAtMs: 0,
      inMemory: true,
    }
    this.entries.set(id, entry)
    this.arrivals.add(entry)
    this.metrics.newTraceIdReceived += 1
    if (this.entries.size > this.metrics.mostTracesOnMemory)
      this.metrics.mostTracesOnMemory = this.entries.size
    return entry
  }

  private add(entry: TraceEntry<Id, Group>, arrival: Arrival<Id, Group>, nowMs: number): void {
    const { settings, metrics } = this
    entry.spanCount += arrival.spanCount
    entry.sizeBytes += arrival.sizeBytes
    if (arrival.hasRoot && settings.decisionWaitAfterRootReceivedMs > 0) {
      entry.batch = this.batcher.moveEarlier(entry.id, entry.batch, this.earlierTicks)
    }
    if (entry.decision !== decisionCode.Unspecified) {
      this.addLate(entry, arrival)
      return
    }
    entry.groups.push(arrival.group)
    entry.heldSpans += arrival.spanCount
    metrics.spansHeld += arrival.spanCount
    if (settings.maximumTraceSizeBytes > 0 && entry.sizeBytes > settings.maximumTraceSizeBytes) {
      metrics.tracesDroppedTooLarge += 1
      entry.decision = decisionCode.NotSampled
      entry.decidedAtMs = nowMs
      this.batcher.remove(entry.id, entry.batch)
      this.release(entry, 'too_large')
      this.forget(entry, this.nonSampledCache)
    } else if (settings.samplingStrategy === 'span-ingest') this.decideOnIngest(entry, arrival, nowMs)
  }

  private addLate(entry: TraceEntry<Id, Group>, { id, group, spanCount }: Arrival<Id, Group>): void {
    if (entry.decision === decisionCode.Sampled) {
      this.forwardGroups(id, [group], spanCount, entry.policy, 'memory')
      return
    }
    if (entry.decision === decisionCode.NotSampled) this.forget(entry, this.nonSampledCache)
    else this.metrics.unexpectedDecision += spanCount
    this.loseGroups(id, [group], spanCount, 'late')
  }

  private decideOnIngest(entry: TraceEntry<Id, Group>, arrival: Arrival<Id, Group>, nowMs: number): void {
    const view = this.port.view(entry.id, [arrival.group], entry.spanCount)
    this.jury.decideOnIngest(view, nowMs)
    this.metrics.evaluations += 1
    this.metrics.policyEvaluationError += this.jury.verdict.errors
    if (this.jury.verdict.decision !== decisionCode.Pending) this.conclude(entry, nowMs)
  }

  /** One tick of the second; false when a stopped batcher has nothing left. */
  private tick(nowMs: number): boolean {
    const { ids, more } = this.batcher.take()
    for (const id of ids) {
      const entry = this.entries.get(id)
      if (entry === undefined) {
        this.metrics.traceDroppedTooEarly += 1
        continue
      }
      if (entry.decision !== decisionCode.Unspecified) continue
      if (this.settings.samplingStrategy === 'span-ingest') this.jury.passOver()
      else {
        this.jury.decide(this.port.view(id, entry.groups, entry.spanCount), nowMs)
        this.metrics.evaluations += 1
        this.metrics.policyEvaluationError += this.jury.verdict.errors
      }
      this.conclude(entry, nowMs)
    }
    return more
  }

  private conclude(entry: TraceEntry<Id, Group>, nowMs: number): void {
    const { metrics, jury } = this
    const { verdict } = jury
    entry.decision = verdict.decision
    entry.policy = jury.credited
    entry.decidedAtMs = nowMs
    this.port.decided?.(entry, verdict)
    if (verdict.decision === decisionCode.Sampled) {
      metrics.tracesSampled += 1
      const { groups, heldSpans } = entry
      this.empty(entry)
      this.forwardGroups(entry.id, groups, heldSpans, entry.policy, 'decision')
      this.forget(entry, this.sampledCache)
      return
    }
    if (verdict.decision === decisionCode.Dropped) metrics.tracesDropped += 1
    else metrics.tracesNotSampled += 1
    this.release(entry, verdict.decision === decisionCode.Dropped ? 'dropped' : 'not_sampled')
    this.forget(entry, this.nonSampledCache)
  }

  /** With a cache the decision moves there and the trace leaves memory; without one it stays until it is evicted. */
  private forget(entry: TraceEntry<Id, Group>, cache: DecisionCache<Id>): void {
    if (cache.capacity === 0) return
    cache.put(entry.id, entry.policy)
    this.entries.delete(entry.id)
    entry.inMemory = false
  }

  /** Pushes out the trace that arrived first. Decided, only its decision is forgotten; pending, its spans are lost. */
  private evictOldest(): void {
    const entry = this.arrivals.takeOldest()
    if (entry === undefined) return
    this.entries.delete(entry.id)
    entry.inMemory = false
    this.release(entry, 'evicted')
  }

  private release(entry: TraceEntry<Id, Group>, reason: LossReason): void {
    const { groups, heldSpans } = entry
    this.empty(entry)
    if (groups.length > 0) this.loseGroups(entry.id, groups, heldSpans, reason)
  }

  private empty(entry: TraceEntry<Id, Group>): void {
    this.metrics.spansHeld -= entry.heldSpans
    entry.groups = this.nothing
    entry.heldSpans = 0
  }

  private forwardGroups(
    id: Id,
    groups: Group[],
    spanCount: number,
    policy: string,
    cause: ForwardCause,
  ): void {
    this.metrics.spansForwarded += spanCount
    this.port.forward(id, groups, policy, cause)
  }

  private loseGroups(id: Id, groups: Group[], spanCount: number, reason: LossReason): void {
    this.metrics.spansLost[reason] += spanCount
    this.port.lose(id, groups, reason)
  }
}
