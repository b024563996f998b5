import { type Traffic, traceKinds, trafficMs } from '@/lib/simulators/sampling/traffic'

/** Seconds of traffic lie side by side, the traces of a second on top of each other. */
export const columns = 40

/** Where the traces of one kind lie in their lane. */
export interface LaneLayout {
  readonly traces: readonly number[]
  /** By position in `traces`. */
  readonly column: Uint8Array
  readonly row: Uint16Array
  /** The highest stack. */
  readonly rows: number
}

/** Both sides show the same traffic, frame after frame: each lane is laid out once. */
const known = new WeakMap<Traffic, LaneLayout[]>()

/** @param kind position in `traceKinds`. */
export function layOutLane(traffic: Traffic, kind: number): LaneLayout {
  let lanes = known.get(traffic)
  if (lanes === undefined) {
    lanes = traceKinds.map((_, each) => layOut(traffic, each))
    known.set(traffic, lanes)
  }
  return lanes[kind]!
}

function layOut(traffic: Traffic, kind: number): LaneLayout {
  const traces = [...traffic.kinds.keys()].filter((trace) => traffic.kinds[trace] === kind)
  const column = new Uint8Array(traces.length)
  const row = new Uint16Array(traces.length)
  const filled = new Uint16Array(columns)
  for (const [at, trace] of traces.entries()) {
    const where = Math.min(columns - 1, Math.floor((traffic.startMs[trace]! / trafficMs) * columns))
    column[at] = where
    row[at] = filled[where]!
    filled[where] = filled[where]! + 1
  }
  return { traces, column, row, rows: Math.max(1, ...filled) }
}
