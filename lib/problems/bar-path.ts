import { criticalPath } from '../engine/trace/critical-path'
import type { Bar } from './problem'

/** From `start` to `end`, in milliseconds, the request waited for the own work of the bar `span`. */
export interface BarPart {
  readonly span: string
  readonly start: number
  readonly end: number
}

/** The critical path of a drawn trace, by the engine's rule for calls within one clock. In the order of time. */
export function pathOfBars(bars: readonly Bar[]): BarPart[] {
  const spans = bars.map(({ id, parent, start, end }) => ({
    spanId: id,
    parentSpanId: parent ?? '',
    kind: 'INTERNAL' as const,
    startMs: start,
    endMs: end,
  }))
  return criticalPath(spans).parts.map(({ span, startMs, endMs }) => ({
    span: bars[span]!.id,
    start: startMs,
    end: endMs,
  }))
}
