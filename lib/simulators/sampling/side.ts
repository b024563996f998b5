import type { Estimate } from './estimate'
import type { History } from './history'
import type { StrategyName, StrategySettings } from './params'
import { SideFold } from './side-fold'
import type { TraceKind, Traffic } from './traffic'

/** Numbers for errors, slow and normal traces. */
export type PerKind = Readonly<Record<TraceKind, number>>

/** One strategy at a moment of the run. */
export interface SideView {
  readonly name: StrategyName
  /** What this is the outcome of. */
  readonly settings: StrategySettings
  /** Whether traces wait before they are decided. */
  readonly waits: boolean
  readonly refusal: string | null
  /** By trace: position in `fates`. */
  readonly fates: Uint8Array
  /** Traces of which at least some spans are kept. */
  readonly kept: PerKind
  /** Those of them of which no span is lost so far. */
  readonly whole: PerKind
  /** Kept, but not whole. */
  readonly partial: number
  /** Kept without their root. */
  readonly rootless: number
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

/**
 * Looks at a history at one moment after another, in milliseconds of the shop's time. It goes on from the last look, so
 * that a frame costs what happened since; a look back begins anew.
 */
export function watchSide(
  settings: StrategySettings,
  traffic: Traffic,
  history: History,
): (nowMs: number) => SideView {
  let fold = new SideFold(traffic, history)
  const { waits, refusal } = history
  return (nowMs) => {
    if (nowMs < fold.nowMs) fold = new SideFold(traffic, history)
    fold.advance(nowMs)
    return { name: settings.name, settings, waits, refusal, ...fold.snapshot() }
  }
}
