import { addToSample, type Estimate, emptySample, estimateRate } from './estimate'
import { type History, memoryEveryMs } from './history'
import type { StrategyName } from './params'
import { type Traffic, traceKinds } from './traffic'

/** What has become of a trace. `partial`: some of its spans are kept, some are lost. */
export const fates = ['unseen', 'waiting', 'kept', 'partial', 'dropped', 'evicted'] as const
export type Fate = (typeof fates)[number]
/** Position in `fates`, by name. */
export const fateCode = { unseen: 0, waiting: 1, kept: 2, partial: 3, dropped: 4, evicted: 5 } as const

/** Numbers for errors, slow and normal traces. */
export type PerKind = Readonly<Record<(typeof traceKinds)[number], number>>

/** One strategy at a moment of the run. */
export interface SideView {
  readonly name: StrategyName
  /** Whether traces wait before they are decided. */
  readonly waits: boolean
  readonly refusal: string | null
  /** By trace: position in `fates`. */
  readonly fates: Uint8Array
  /** Traces of which at least some spans are kept. */
  readonly kept: PerKind
  readonly partial: number
  readonly waiting: number
  readonly evicted: number
  readonly keptChecks: number
  readonly keptSpans: number
  /** Spans that came after a decision against their trace. */
  readonly lateSpans: number
  readonly evictedSpans: number
  readonly heldSpans: number
  readonly mostHeldSpans: number
  /** Kept traces by the policy or rule that is credited, most first. */
  readonly credits: readonly { readonly name: string; readonly traces: number }[]
  /** Traces that a drop policy took, by its name. */
  readonly dropped: readonly { readonly name: string; readonly traces: number }[]
  /** The error rate as the stored traces show it. */
  readonly asStored: Estimate | null
  /** The same with each trace counted as often as it says; null where it says nothing. */
  readonly adjusted: Estimate | null
}

/** Looks at a history at a moment, in milliseconds of the shop's time. */
export function viewSide(name: StrategyName, traffic: Traffic, history: History, nowMs: number): SideView {
  const { kinds, isCheck } = traffic
  const fateOf = new Uint8Array(traffic.traceCount)
  const since = history.waits ? traffic.arrivalMs : traffic.startMs
  for (let trace = 0; trace < fateOf.length; trace += 1)
    if (since[trace]! <= nowMs && history.refusal === null) fateOf[trace] = fateCode.waiting
  let keptSpans = 0
  let lateSpans = 0
  let evictedSpans = 0
  const credited = new Map<string, number>()
  const droppedBy = new Map<string, number>()
  for (const { atMs, trace, what, spans, credit } of history.events) {
    if (atMs > nowMs) break
    const before = fateOf[trace]!
    const isStored = before === fateCode.kept || before === fateCode.partial
    if (what === 'kept') {
      keptSpans += spans
      if (!isStored) {
        fateOf[trace] = before === fateCode.waiting ? fateCode.kept : fateCode.partial
        if (credit !== '') credited.set(credit, (credited.get(credit) ?? 0) + 1)
      }
    } else if (what === 'lateKept') keptSpans += spans
    else if (what === 'lateLost') {
      lateSpans += spans
      if (isStored) fateOf[trace] = fateCode.partial
    } else {
      if (what === 'evicted') evictedSpans += spans
      else if (credit !== '') droppedBy.set(credit, (droppedBy.get(credit) ?? 0) + 1)
      if (isStored) fateOf[trace] = fateCode.partial
      else if (before === fateCode.waiting) fateOf[trace] = fateCode[what]
    }
  }
  const counts = countFates(fateOf, kinds, isCheck)
  const stored = emptySample()
  const weighted = emptySample()
  for (let trace = 0; trace < fateOf.length; trace += 1) {
    if (fateOf[trace] !== fateCode.kept && fateOf[trace] !== fateCode.partial) continue
    const isError = kinds[trace] === 0
    addToSample(stored, 1, isError)
    if (history.adjustedCounts !== null) addToSample(weighted, history.adjustedCounts[trace]!, isError)
  }
  const heldUntil = Math.floor(nowMs / memoryEveryMs)
  return {
    name,
    waits: history.waits,
    refusal: history.refusal,
    fates: fateOf,
    ...counts,
    keptSpans,
    lateSpans,
    evictedSpans,
    heldSpans: history.heldSpans[heldUntil] ?? 0,
    mostHeldSpans: history.heldSpans.slice(0, heldUntil + 1).reduce((most, held) => Math.max(most, held), 0),
    credits: sortCredits(credited),
    dropped: sortCredits(droppedBy),
    asStored: estimateRate(stored),
    adjusted: history.adjustedCounts === null ? null : estimateRate(weighted),
  }
}

const sortCredits = (traces: ReadonlyMap<string, number>) =>
  [...traces]
    .map(([name, count]) => ({ name, traces: count }))
    .sort((left, right) => right.traces - left.traces)

function countFates(fateOf: Uint8Array, kinds: Uint8Array, isCheck: Uint8Array) {
  const kept = { error: 0, slow: 0, normal: 0 }
  const all = new Array<number>(fates.length).fill(0)
  let keptChecks = 0
  for (let trace = 0; trace < fateOf.length; trace += 1) {
    const fate = fateOf[trace]!
    all[fate] = all[fate]! + 1
    if (fate !== fateCode.kept && fate !== fateCode.partial) continue
    kept[traceKinds[kinds[trace]!]!] += 1
    keptChecks += isCheck[trace]!
  }
  return {
    kept,
    partial: all[fateCode.partial]!,
    waiting: all[fateCode.waiting]!,
    evicted: all[fateCode.evicted]!,
    keptChecks,
  }
}
