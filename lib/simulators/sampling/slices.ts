import { fateCode } from './fate'
import type { SideView } from './side'
import { type Traffic, traceKinds } from './traffic'
import type { SamplingView } from './view'

/** What became of the traces that began within one stretch of time. */
export interface Slice {
  readonly fromMs: number
  readonly traces: number
  readonly errors: number
  readonly sides: readonly {
    kept: number
    keptErrors: number
    dropped: number
    waiting: number
    evicted: number
  }[]
}

/** The width of a stretch, in milliseconds of the shop's time. */
export const sliceMs = 4000

/** The scene as numbers: stretches of time that have begun. */
export function sliceView({ nowMs, traffic, a, b }: SamplingView): Slice[] {
  const sides = b === null ? [a] : [a, b]
  const slices: Slice[] = []
  let trace = 0
  for (let fromMs = 0; trace < traffic.traceCount && fromMs < nowMs; fromMs += sliceMs) {
    const first = trace
    while (trace < traffic.traceCount && traffic.startMs[trace]! < Math.min(fromMs + sliceMs, nowMs))
      trace += 1
    slices.push({
      fromMs,
      traces: trace - first,
      errors: count(first, trace, (each) => isError(traffic, each)),
      sides: sides.map((side) => countSide(traffic, side, first, trace)),
    })
  }
  return slices
}

const isError = ({ kinds }: Traffic, trace: number) => traceKinds[kinds[trace]!] === 'error'

function countSide(traffic: Traffic, { fates }: SideView, from: number, to: number) {
  const isKept = (trace: number) => fates[trace] === fateCode.kept || fates[trace] === fateCode.partial
  return {
    kept: count(from, to, isKept),
    keptErrors: count(from, to, (trace) => isKept(trace) && isError(traffic, trace)),
    dropped: count(from, to, (trace) => fates[trace] === fateCode.dropped),
    waiting: count(from, to, (trace) => fates[trace] === fateCode.waiting),
    evicted: count(from, to, (trace) => fates[trace] === fateCode.evicted),
  }
}

function count(from: number, to: number, holds: (trace: number) => boolean): number {
  let found = 0
  for (let trace = from; trace < to; trace += 1) if (holds(trace)) found += 1
  return found
}
