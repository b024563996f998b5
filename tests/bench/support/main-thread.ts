/** What a trace has to hold for `readMainThread`. */
export const traceCategories = ['toplevel', 'devtools.timeline', '__metadata'] as const

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread, in microseconds. */
  readonly tdur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/** What one page's main thread did while it was traced, in milliseconds of its processor time, the slowdown included. */
export interface MainThread {
  /** Work of each frame that was drawn: its own task, and every task until the next. */
  readonly frames: readonly number[]
  /** Every task. */
  readonly tasks: readonly number[]
}

/** Reads the trace of the page that drew most frames. */
export function readMainThread(trace: string): MainThread {
  const { traceEvents: events } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Map<string, { marks: TraceEvent[]; tasks: TraceEvent[] }>()
  for (const event of events)
    if (event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      mains.set(keyOf(event), { marks: [], tasks: [] })
  for (const event of events) {
    const main = mains.get(keyOf(event))
    if (event.name === 'FireAnimationFrame' || event.name === 'BeginMainThreadFrame') main?.marks.push(event)
    else if (event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask') main?.tasks.push(event)
  }
  const [busiest] = [...mains.values()].sort((one, other) => other.marks.length - one.marks.length)
  if (busiest === undefined || busiest.marks.length === 0) throw new Error('The trace holds no frame.')
  return cut(busiest.marks, busiest.tasks)
}

function cut(marks: readonly TraceEvent[], tasks: readonly TraceEvent[]): MainThread {
  const ordered = [...tasks].sort((one, other) => one.ts - other.ts)
  const starts = marks.map(({ ts }) => ts).sort((one, other) => one - other)
  const frames: number[] = []
  let next = 0
  for (const { ts, dur = 0, tdur = 0 } of ordered) {
    let begins = false
    for (; next < starts.length && starts[next]! <= ts + dur; next += 1) begins ||= starts[next]! >= ts
    if (begins) frames.push(tdur / 1000)
    else if (frames.length > 0) frames[frames.length - 1] = frames.at(-1)! + tdur / 1000
  }
  return { frames, tasks: ordered.map(({ tdur = 0 }) => tdur / 1000) }
}

/** A task as long as this is a long one (ms). Source: https://www.w3.org/TR/longtasks-1/ */
const longMs = 50

/** One line: how much work the frames of a run that plays were. */
export function describeFrames({ frames }: MainThread): string {
  const at = percentiles(frames)
  return `${frames.length} frames, work a frame ${at(0.5)} ms (p90 ${at(0.9)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)})`
}

/** One line: how long the tasks were. */
export function describeTasks({ tasks }: MainThread): string {
  const long = tasks.filter((ms) => ms > longMs)
  return `${long.length} tasks over ${longMs} ms, longest ${percentiles(tasks)(1)} ms`
}

function percentiles(all: readonly number[]): (share: number) => string {
  const sorted = [...all].sort((one, other) => one - other)
  return (share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
}
