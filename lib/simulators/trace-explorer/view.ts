import { exemplarLink } from '../../engine/metrics/exemplar-link'
import { createRandom } from '../../engine/random'
import { openTrace } from '../trace/open-trace'
import { createTraceStore, type TraceStore } from '../trace/trace-store'
import { stretchOf, type Work } from '../work'
import { createHeat, type Heat, type HeatMark } from './heat'
import { consumerTrace, instrument } from './instrument'
import { type Opened, openedTrace } from './opened'
import { openOwn } from './own-view'
import { type Detail, fastersOf, type TraceExplorerParams } from './params'
import { createTraffic, keptTraces } from './traffic'

/** The jumps from a number to a cause, in their order. */
export const stages = ['histogram', 'exemplar', 'trace', 'path', 'log'] as const
export type Stage = (typeof stages)[number]

/** How long a jump is looked at while it plays, in simulated milliseconds. */
export const stageMs = 2400

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

/** Computes the requests, in pieces; what is seen of them depends on the time alone. */
export function createViewMaker() {
  const stores = createStoreMemory()
  const sound = createStoreMemory()

  return function* (params: TraceExplorerParams): Work<(elapsedMs: number) => TraceExplorerView> {
    const own = params.trace === '' ? null : openOwn(params.trace)
    if (own !== null) return watchStages(own.heat, own.opened, () => own.opened)
    const { seed, page, queue } = params
    const trouble = page === 'checkout' ? params.trouble : 'none'
    const faster = fastersOf[page].includes(params.faster) ? params.faster : 'none'
    const store = yield* stretchOf(stores(JSON.stringify({ seed, page, trouble, faster, queue })), 0, 0.5)
    const before =
      faster === 'none'
        ? null
        : yield* stretchOf(sound(JSON.stringify({ seed, page, trouble, faster: 'none', queue })), 0.5, 0.8)
    const kept = keptTraces(store.batch, params.tail)
    yield 0.85
    const heat = createHeat(store.batch, kept, createRandom(seed))
    yield 0.95
    const opened = new Map<HeatMark, Opened>()
    const open = (mark: HeatMark): Opened => {
      const known = opened.get(mark) ?? openMark(mark, { store, before, kept }, params.detail)
      opened.set(mark, known)
      return known
    }
    return watchStages(heat, open(stagedMark(heat, trouble === 'error')), open)
  }
}

function watchStages(heat: Heat, staged: Opened, open: TraceExplorerView['open']) {
  return (elapsedMs: number): TraceExplorerView => {
    const at = Math.min(Math.floor(elapsedMs / stageMs + 1e-6), stages.length - 1)
    const progress = Math.min(Math.max(elapsedMs / stageMs - at, 0), 1)
    return { stage: stages[at]!, progress, heat, staged, open }
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
  return {
    ...openedTrace(mark, trace),
    linkedTrace: theirs && openTrace(theirs.spans, theirs.logs),
    beforeMs: before && soundMs(before, mark),
  }
}

function soundMs(before: TraceStore, mark: HeatMark): number | null {
  const { batch } = before
  if (mark.trace >= batch.traceCount) return null
  const root = before.spansOf(mark.trace)[0]
  return root?.traceId === mark.traceId ? root.endMs - root.startMs : null
}

/** Remembers the last requests that were made: another look at them costs nothing. */
function createStoreMemory() {
  let last: { key: string; store: TraceStore } | null = null
  return function* (key: string): Work<TraceStore> {
    if (last?.key !== key) {
      const batch = yield* createTraffic(JSON.parse(key))
      last = { key, store: createTraceStore(batch) }
      yield 1
    }
    return last.store
  }
}
