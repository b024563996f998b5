/** What may become of spans. */
export const happenings = ['kept', 'dropped', 'evicted', 'lateKept', 'lateLost'] as const
export type Happening = (typeof happenings)[number]
/** Position in `happenings`, by name. */
export const happeningCode = { kept: 0, dropped: 1, evicted: 2, lateKept: 3, lateLost: 4 } as const

/** How often the memory is read (ms of the shop's time). */
export const memoryEveryMs = 250

/**
 * All that one strategy makes of a run of traffic, in columns: event i is one moment in which it was settled what
 * becomes of spans of a trace. Never changed after it is made. Plain data, so that a worker can hand it over.
 */
export interface History {
  /** Whether spans wait before they are decided; otherwise the decision is made as the trace begins. */
  readonly waits: boolean
  /** Milliseconds of the shop's time, ascending. */
  readonly atMs: Float64Array
  readonly trace: Uint32Array
  /** Position in `happenings`. */
  readonly what: Uint8Array
  readonly spans: Uint16Array
  /** 1 where the root is among the spans. */
  readonly hasRoot: Uint8Array
  /** Position in `creditNames` of the policy or rule that is credited. */
  readonly credit: Uint8Array
  /** The first is '', for nobody. */
  readonly creditNames: readonly string[]
  /** Spans held in memory at every `memoryEveryMs`, from 0. */
  readonly heldSpans: Uint32Array
  /** How many traces a kept one says that it stands for, by trace; null where a strategy writes no such thing. */
  readonly adjustedCounts: Float64Array | null
  /** Why this strategy cannot run; then it keeps nothing and drops nothing. */
  readonly refusal: string | null
}

/** A history of nothing at all. */
export function refused(refusal: string): History {
  return { ...new HistoryWriter().finish({ waits: false }), refusal }
}

/** Columns of events that are not yet known in number. */
export class HistoryWriter {
  private readonly atMs: number[] = []
  private readonly trace: number[] = []
  private readonly what: number[] = []
  private readonly spans: number[] = []
  private readonly hasRoot: number[] = []
  private readonly credit: number[] = []
  private readonly creditNames = ['']

  add(atMs: number, trace: number, what: Happening, spans: number, hasRoot: boolean, credit: string): void {
    this.atMs.push(atMs)
    this.trace.push(trace)
    this.what.push(happeningCode[what])
    this.spans.push(spans)
    this.hasRoot.push(hasRoot ? 1 : 0)
    const known = this.creditNames.indexOf(credit)
    this.credit.push(known < 0 ? this.creditNames.push(credit) - 1 : known)
  }

  finish(rest: {
    waits: boolean
    heldSpans?: readonly number[]
    adjustedCounts?: Float64Array | null
  }): History {
    return {
      waits: rest.waits,
      atMs: Float64Array.from(this.atMs),
      trace: Uint32Array.from(this.trace),
      what: Uint8Array.from(this.what),
      spans: Uint16Array.from(this.spans),
      hasRoot: Uint8Array.from(this.hasRoot),
      credit: Uint8Array.from(this.credit),
      creditNames: this.creditNames,
      heldSpans: Uint32Array.from(rest.heldSpans ?? []),
      adjustedCounts: rest.adjustedCounts ?? null,
      refusal: null,
    }
  }
}
