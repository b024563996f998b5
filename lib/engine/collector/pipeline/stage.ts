import type { TelemetryItem } from './telemetry-item'

/**
 * What a component answers to whoever hands it items: null where it took them, else the error. No error here is permanent:
 * a sender may try again.
 */
export type Answer = string | null

/** Hands items to what follows. */
export type Next = (items: readonly TelemetryItem[], nowMs: number) => Answer

/** A component of a pipeline as it runs. Time is milliseconds of the run and never goes back. */
export interface Stage {
  consume(items: readonly TelemetryItem[], nowMs: number): Answer
  /** Lets time pass: what waits may go on. */
  advance(nowMs: number): void
  /** Items that are in its memory. */
  readonly held: number
}

/** Something a component did with an item, and why; `after` is what goes on in its place, null for nothing. */
export type Report = (happening: {
  readonly fate: Fate
  readonly why: string
  readonly before: TelemetryItem | null
  readonly after: TelemetryItem | null
}) => void

/**
 * `dropped`: on purpose, by what was configured. `lost`: nobody wanted it, and nobody will send it again. `refused`: given
 * back to the sender. `sent`: it reached the backend.
 */
export type Fate = 'passed' | 'changed' | 'made' | 'dropped' | 'refused' | 'lost' | 'sent'

/** A processor that keeps nothing: each item becomes another, or none. */
export function statelessStage(each: (item: TelemetryItem) => TelemetryItem | null, next: Next): Stage {
  return {
    held: 0,
    advance() {},
    consume(items, nowMs) {
      const rest = items.map(each).filter((item) => item !== null)
      return rest.length === 0 ? null : next(rest, nowMs)
    },
  }
}
