import type { Arrived } from './arrived'
import type { StrategySettings } from './params'
import type { SideView } from './side'
import type { SamplingView } from './view'
import { percent } from './words'

/** What has happened up to this moment, and why: two or three sentences, and the comparison where there is one. */
export function samplingSentence(view: SamplingView): string {
  if (view.nowMs === 0) return 'Nothing has arrived yet.'
  const { a, b, arrived } = view
  const parts =
    a.refusal === null
      ? [
          `${keptWords(arrived, a, b === null ? '' : 'A ')}: ${reasonOf(a)}.`,
          waitingWords(a),
          lossWords(a, a.settings),
          rateWords(arrived, a),
        ]
      : [a.refusal]
  if (b !== null) parts.push(b.refusal ?? `${keptWords(arrived, b, 'B ')}${partialWords(b)}.`)
  return parts.filter((part) => part !== '').join(' ')
}

/** What to look at while the run plays: it does not change, so that it is said once. */
export function watchSentence({ a, b }: SamplingView): string {
  if (a.refusal !== null) return a.refusal
  const waits = a.waits || b?.waits
  return waits
    ? 'Hatched traces wait in the Collector’s memory. When the wait is over they are kept (solid) or dropped (hollow).'
    : 'Each trace is decided as it begins: kept (solid) or dropped (hollow), before anything has gone wrong.'
}

function keptWords({ traces }: Arrived, side: SideView, who: string): string {
  const rest = traces.slow + traces.normal
  const keptRest = side.kept.slow + side.kept.normal
  const start = `${who}${who === '' ? 'Kept' : 'kept'} ${side.kept.error} of ${traces.error} errors`
  return `${start} and ${keptRest} of ${rest} other traces`
}

function partialWords({ partial }: SideView): string {
  return partial > 0 ? `, ${partial} of them in part` : ''
}

function waitingWords({ waiting }: SideView): string {
  return waiting > 0 ? `${waiting} traces still wait.` : ''
}

function reasonOf(side: SideView): string {
  switch (side.name) {
    case 'head':
    case 'consistent':
      return 'the choice was made by the trace id, before anything could fail'
    case 'rules':
      return 'the choice was made by what the request is'
    case 'rate':
      return 'whoever came while there was a token was kept'
    case 'tail':
    case 'yaml':
      if (side.credits.length === 0) return 'no policy has said so of any'
      return 'a trace stays if any policy says so'
  }
}

function lossWords(side: SideView, settings: StrategySettings): string {
  const { waitSeconds, numTraces, collectors } = settings
  const isOwn = side.name === 'tail'
  const drop = side.dropped[0]
  if (drop !== undefined) {
    return `${drop.traces} were dropped by ${drop.name}: a drop policy is asked before all others, wherever it stands in the list.`
  }
  const isSplit = collectors > 1 && settings.routing !== 'trace-id'
  if (isSplit && side.waits && side.partial > 0) {
    return `${side.partial} of the kept traces are in pieces, ${side.rootless} of them without a root: each of ${collectors} Collectors decided about the spans that it saw.`
  }
  if (side.evicted > 0) {
    const room = isOwn ? `the memory of ${numTraces} traces was full` : 'the memory was full'
    return `${side.evicted} traces were pushed out before their decision, because ${room}: nobody asked whether they failed.`
  }
  if (side.lateSpans > 0) {
    const wait = isOwn ? ` of ${waitSeconds} s` : ''
    return `${side.lateSpans} spans came after the wait${wait} for a trace already dropped: they follow the decision, error or not.`
  }
  return ''
}

function rateWords(arrived: Arrived, { asStored, adjusted }: SideView): string {
  if (asStored === null || arrived.traces.error === 0) return ''
  const truth = `${percent(arrived.errorRate)} of the traces failed; as stored it looks like ${percent(asStored.rate)}`
  return adjusted === null
    ? `${truth}, and no trace says how many it stands for.`
    : `${truth}, and with adjusted counts like ${percent(adjusted.rate)} (${percent(adjusted.low)} to ${percent(adjusted.high)}).`
}
