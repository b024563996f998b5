import type { PerKind } from './side'
import { type Traffic, traceKinds } from './traffic'

/** What has happened so far, whoever samples it. */
export interface Arrived {
  readonly traces: PerKind
  readonly all: number
  readonly checks: number
  readonly spans: number
  /** The share of errors, 0..1; 0 before the first trace. */
  readonly errorRate: number
}

/** Counts the traces that have begun at one moment after another; a look back counts anew. */
export function watchArrived({ startMs, kinds, spans, isCheck }: Traffic): (nowMs: number) => Arrived {
  const traces = { error: 0, slow: 0, normal: 0 }
  let all = 0
  let checks = 0
  let spanCount = 0
  return (nowMs) => {
    if (all > 0 && startMs[all - 1]! > nowMs) {
      Object.assign(traces, { error: 0, slow: 0, normal: 0 })
      all = checks = spanCount = 0
    }
    for (; all < startMs.length && startMs[all]! <= nowMs; all += 1) {
      traces[traceKinds[kinds[all]!]!] += 1
      checks += isCheck[all]!
      spanCount += spans[all]!
    }
    const errorRate = all === 0 ? 0 : traces.error / all
    return { traces: { ...traces }, all, checks, spans: spanCount, errorRate }
  }
}
