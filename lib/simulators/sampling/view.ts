import type { History } from './history'
import { type SamplingParams, settingsOf } from './params'
import { type PerKind, type SideView, watchSide } from './side'
import { createHistory, type YamlReader } from './strategy'
import { createTraffic, type Traffic, traceKinds } from './traffic'

/** What has happened so far, whoever samples it. */
export interface Arrived {
  readonly traces: PerKind
  readonly all: number
  readonly checks: number
  readonly spans: number
  /** The share of errors, 0..1; 0 before the first trace. */
  readonly errorRate: number
}

/** The simulator at a moment. */
export interface SamplingView {
  /** The shop's time, in milliseconds since the start of the run. */
  readonly nowMs: number
  /** The same object for all views of a run. */
  readonly traffic: Traffic
  readonly arrived: Arrived
  readonly a: SideView
  readonly b: SideView | null
}

/** Until the last decision that a wait of 15 s can put off, in milliseconds of the shop's time. */
export const runMs = 60_000

/**
 * Makes runs, and remembers the last traffic and the last histories: a slider of one side costs no more than that
 * side. What is remembered follows from the parameters alone.
 */
export function createRunMaker(reader: YamlReader) {
  const traffic = rememberLast((key: string): Traffic => createTraffic(JSON.parse(key)))
  const histories = [createHistoryMemory(reader), createHistoryMemory(reader)] as const

  return (params: SamplingParams): ((nowMs: number) => SamplingView) => {
    const { seed, perSecond, errorShare, slowShare, lateSeconds } = params
    const made = traffic(JSON.stringify({ seed, perSecond, errorShare, slowShare, lateSeconds }))
    const left = settingsOf(params, 'a')!
    const right = settingsOf(params, 'b')
    const ofA = histories[0](made, left)
    const ofB = right && histories[1](made, right)
    const watchA = watchSide(left.name, made, ofA)
    const watchB = right && ofB && watchSide(right.name, made, ofB)
    return (nowMs) => ({
      nowMs,
      traffic: made,
      arrived: countArrived(made, nowMs),
      a: watchA(nowMs),
      b: watchB?.(nowMs) ?? null,
    })
  }
}

function rememberLast<T>(make: (key: string) => T): (key: string) => T {
  let last: { key: string; value: T } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) }
    return last.value
  }
}

function createHistoryMemory(reader: YamlReader) {
  let last: { traffic: Traffic; key: string; value: History } | null = null
  return (traffic: Traffic, settings: NonNullable<ReturnType<typeof settingsOf>>): History => {
    // The text counts only where it is read, and only once there is somebody to read it.
    const { yaml, ...rest } = settings
    const key = JSON.stringify(settings.name === 'yaml' ? [rest, yaml, reader.read !== null] : rest)
    if (last?.key !== key || last.traffic !== traffic)
      last = { traffic, key, value: createHistory(traffic, settings, reader, runMs) }
    return last.value
  }
}

function countArrived({ startMs, kinds, spans, isCheck }: Traffic, nowMs: number): Arrived {
  const traces = { error: 0, slow: 0, normal: 0 }
  let all = 0
  let checks = 0
  let spanCount = 0
  for (; all < startMs.length && startMs[all]! <= nowMs; all += 1) {
    traces[traceKinds[kinds[all]!]!] += 1
    checks += isCheck[all]!
    spanCount += spans[all]!
  }
  return { traces, all, checks, spans: spanCount, errorRate: all === 0 ? 0 : traces.error / all }
}
