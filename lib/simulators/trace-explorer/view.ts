import { exemplarLink } from '../../engine/metrics/exemplar-link'
import { createRandom } from '../../engine/random'
import type { LogRecord } from '../../engine/traffic/logs'
import { type OpenTrace, openTrace } from '../trace/open-trace'
import { createTraceStore, type TraceStore } from '../trace/trace-store'
import { createHeat, type Heat, type HeatMark } from './heat'
import { consumerTrace, instrument } from './instrument'
import { type Detail, fastersOf, type TraceExplorerParams } from './params'
import { createTraffic, keptTraces } from './traffic'

/** The jumps from a number to a cause, in their order. */
export const stages = ['histogram', 'exemplar', 'trace', 'path', 'log'] as const
export type Stage = (typeof stages)[number]

/** How long a jump is looked at while it plays, in simulated milliseconds. */
export const stageMs = 2400

/** A request that was opened from its exemplar. */
export interface Opened {
  readonly mark: HeatMark
  /** Null where the backend has nothing under the exemplar's trace id. */
  readonly trace: OpenTrace | null
  /** Position of the row that takes most of the critical path, spans of one name together. */
  readonly culprit: number
  /** The record that says most of the culprit, and its row; null where nothing was written near it. */
  readonly log: { readonly record: LogRecord; readonly row: number } | null
  /** The trace of the consumer of its message, where that is a trace of its own and was kept. */
  readonly linkedTrace: OpenTrace | null
  /** How long the same request takes where nothing is made faster, in ms; null where nothing is, or it has no equal. */
  readonly beforeMs: number | null
}

/** What there is to see at a moment. */
export interface TraceExplorerView {
  readonly stage: Stage
  /** How far the stage has come, 0 to 1. */
  readonly progress: number
  readonly heat: Heat
  /** The exemplar that the chain goes on with. */
  readonly staged: Opened
  /** Opens another one. The same object for the same mark. */
  open(mark: HeatMark): Opened
}

/** Computes the requests at once; what is seen of them depends on the time alone. */
export function createViewMaker() {
  const stores = rememberLast((key: string): TraceStore => createTraceStore(createTraffic(JSON.parse(key))))
  const sound = rememberLast((key: string): TraceStore => createTraceStore(createTraffic(JSON.parse(key))))

  return (params: TraceExplorerParams): ((elapsedMs: number) => TraceExplorerView) => {
    const { seed, page, queue } = params
    const trouble = page === 'checkout' ? params.trouble : 'none'
    const faster = fastersOf[page].includes(params.faster) ? params.faster : 'none'
    const store = stores(JSON.stringify({ seed, page, trouble, faster, queue }))
    const before =
      faster === 'none' ? null : sound(JSON.stringify({ seed, page, trouble, faster: 'none', queue }))
    const kept = keptTraces(store.batch, params.tail)
    const heat = createHeat(store.batch, kept, createRandom(seed))
    const opened = new Map<HeatMark, Opened>()
    const open = (mark: HeatMark): Opened => {
      const known = opened.get(mark) ?? openMark(mark, { store, before, kept }, params.detail)
      opened.set(mark, known)
      return known
    }
    const staged = open(stagedMark(heat, trouble === 'error'))
    return (elapsedMs) => {
      const at = Math.min(Math.floor(elapsedMs / stageMs + 1e-6), stages.length - 1)
      const progress = Math.min(Math.max(elapsedMs / stageMs - at, 0), 1)
      return { stage: stages[at]!, progress, heat, staged, open }
    }
  }
}

/** The slowest that there is an exemplar of; where requests fail, the slowest of those. */
function stagedMark({ marks }: Heat, wantsFailed: boolean): HeatMark {
  const failed = marks.filter((mark) => mark.failed)
  const among = wantsFailed && failed.length > 0 ? failed : marks
  return among.reduce((slowest, mark) => (mark.value > slowest.value ? mark : slowest))
}

function openMark(
  mark: HeatMark,
  { store, before, kept }: { store: TraceStore; before: TraceStore | null; kept: Uint8Array },
  detail: Detail,
): Opened {
  const exemplar = { ...mark, filteredAttributes: {} }
  const isLinked = exemplarLink(exemplar, () => mark.linked) === 'linked'
  const made = instrument(store, mark.trace, detail)
  const trace = isLinked ? openTrace(made.spans, made.logs) : null
  const consumer = consumerTrace(store, mark.trace)
  const theirs = consumer !== null && kept[consumer] === 1 ? instrument(store, consumer, detail) : null
  const culprit = trace === null ? -1 : (trace.shares[0]?.row ?? -1)
  return {
    mark,
    trace,
    culprit,
    log: trace === null ? null : tellingLog(trace, culprit),
    linkedTrace: theirs && openTrace(theirs.spans, theirs.logs),
    beforeMs: before && soundMs(before, mark),
  }
}

/** The gravest record of the culprit, or of the nearest span above it that has any; anywhere, if it is an error. */
function tellingLog({ rows }: OpenTrace, culprit: number): Opened['log'] {
  const gravest = (row: number) =>
    rows[row]!.logs.reduce<LogRecord | null>(
      (most, log) => (most === null || log.severityNumber > most.severityNumber ? log : most),
      null,
    )
  for (const row of rows.keys()) {
    const record = gravest(row)
    if (record !== null && record.severityNumber >= 17) return { record, row }
  }
  for (let row = culprit; row >= 0; row = rows[row]!.parent) {
    const record = gravest(row)
    if (record !== null) return { record, row }
  }
  return null
}

function soundMs(before: TraceStore, mark: HeatMark): number | null {
  const { batch } = before
  if (mark.trace >= batch.traceCount) return null
  const root = before.spansOf(mark.trace)[0]
  return root?.traceId === mark.traceId ? root.endMs - root.startMs : null
}

function rememberLast<T>(make: (key: string) => T): (key: string) => T {
  let last: { key: string; value: T } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) }
    return last.value
  }
}
