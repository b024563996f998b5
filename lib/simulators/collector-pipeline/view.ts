import type { ComponentKind } from '../../engine/collector/config/component-kind'
import type { Diagnosis } from '../../engine/collector/config/diagnosis'
import type { Outcome } from '../../engine/collector/pipeline/node-record'
import type { ItemSignal } from '../../engine/collector/pipeline/telemetry-item'

/** A box of the picture: an instance of a component. */
export interface BoxView {
  readonly key: string
  readonly kind: Exclude<ComponentKind, 'extension'>
  readonly id: string
  /** Pipelines that share this very instance, this one's included. */
  readonly pipelines: readonly string[]
  readonly entered: number
  readonly left: number
  /** Items in its memory. */
  readonly held: number
  readonly outcomes: readonly Outcome[]
  readonly note: string | null
  /** For an exporter with a queue, in the queue's own unit. */
  readonly queue: { readonly queued: number; readonly retrying: number; readonly size: number } | null
}

/** One pipeline, from left to right. */
export interface LaneView {
  readonly id: string
  readonly signal: string
  readonly receivers: readonly BoxView[]
  readonly processors: readonly BoxView[]
  readonly exporters: readonly BoxView[]
}

/** What the applications have made of a signal so far, and what became of it on their side. */
export interface SenderView {
  readonly signal: ItemSignal
  readonly made: number
  /** In the SDKs' queues, to be sent or sent again. */
  readonly waiting: number
  /** Dropped by an SDK whose queue was full, or never sent because no pipeline takes it. */
  readonly lost: number
  readonly hasReceiver: boolean
}

/** What there is to see at a moment of the run. */
export interface PipelineView {
  /** `running`, or the stage at which a Collector stops. */
  readonly stage: string
  readonly diagnoses: readonly Diagnosis[]
  readonly lanes: readonly LaneView[]
  /** Defined and never started. */
  readonly unused: readonly { readonly kind: ComponentKind; readonly id: string }[]
  readonly extensions: readonly string[]
  readonly senders: readonly SenderView[]
  readonly elapsedMs: number
  readonly backendUp: boolean
  readonly usedMib: number
  /** The least soft limit of a memory_limiter that runs; null without one. */
  readonly softMib: number | null
  /** Spans that a backend has, and how many of them carry the name of a pod. */
  readonly stored: { readonly spans: number; readonly withPod: number }
  /** Share of spans with an error: of all that were made, and as the calls of span metrics have it. */
  readonly errors: { readonly made: number; readonly calls: number | null }
}
