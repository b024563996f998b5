import type { OpenTrace, PathShare } from '../trace/open-trace'
import { countWords, durationWords, shortId } from '../trace/words'
import { routes } from './graph'
import type { HeatMark } from './heat'
import type { Opened } from './opened'
import type { Faster, TraceExplorerParams } from './params'
import type { TraceExplorerView } from './view'

/** What each saving is called. */
export const fasterWords: Readonly<Record<Faster, string>> = {
  none: 'Nothing',
  reviews: 'SELECT reviews',
  pricing: 'pricing',
  items: 'SELECT order_items',
}

/** A bucket of the histogram in words: “over 1 s, up to 2.5 s”. */
export function bucketWords(boundaries: readonly number[], bucket: number): string {
  const bound = (at: number) => (boundaries[at]! < 1 ? `${boundaries[at]! * 1000} ms` : `${boundaries[at]} s`)
  if (bucket === 0) return `up to ${bound(0)}`
  if (bucket === boundaries.length) return `over ${bound(bucket - 1)}`
  return `over ${bound(bucket - 1)}, up to ${bound(bucket)}`
}

/** What the stage shows of the opened request, and why: one to three sentences. */
export function explorerSentence(
  { stage, heat }: TraceExplorerView,
  opened: Opened,
  params: TraceExplorerParams,
): string {
  if (stage === 'histogram') return histogramSentence(heat.counts, heat.marks, params)
  if (stage === 'exemplar') return exemplarSentence(opened, heat.boundaries)
  if (opened.trace === null) return danglingSentence(opened)
  if (stage === 'trace') return traceSentence(opened, opened.trace)
  if (stage === 'path') return pathSentence(opened, opened.trace, params)
  return logSentence(opened, opened.trace)
}

function histogramSentence(
  counts: readonly (readonly number[])[],
  marks: readonly HeatMark[],
  { page, trace }: TraceExplorerParams,
): string {
  if (trace !== '')
    return 'One request alone, counted in its bucket. It left an exemplar: its duration, with the id of its trace.'
  const requests = counts.flat().reduce((sum, count) => sum + count, 0)
  const dangling = marks.filter(({ linked }) => !linked).length
  const lost =
    dangling === 0 ? '' : ` ${dangling} of these traces were dropped later: their exemplars dangle.`
  return `${requests} requests of ${routes[page]} in a minute, counted in buckets. ${marks.length} of them left an exemplar: their own duration, with the id of their trace.${lost}`
}

function exemplarSentence({ mark }: Opened, boundaries: readonly number[]): string {
  return `This request took ${durationWords(mark.value * 1000)} and was counted in the bucket ${bucketWords(boundaries, mark.bucket)}. Its exemplar names the trace ${shortId(mark.traceId)}.`
}

function danglingSentence({ mark }: Opened): string {
  return `The backend has nothing under ${shortId(mark.traceId)}. The exemplar was written when the request ended; the tail sampler dropped the trace later and told nobody. The request is still counted.`
}

function traceSentence({ linkedTrace, steps }: Opened, trace: OpenTrace): string {
  const services = new Set(trace.rows.map(({ service }) => service)).size
  const failed = trace.rows.filter(({ span }) => span.status === 'ERROR').length
  const parts = [
    `Under that id there ${trace.rows.length === 1 ? 'is' : 'are'} ${countWords(trace.rows.length, 'span')} of ${countWords(services, 'service')}. The caller waited ${durationWords(trace.rootMs)}.`,
  ]
  if (trace.wholeMs > trace.rootMs + 1)
    parts.push(`The last span ends ${durationWords(trace.wholeMs - trace.rootMs)} after the answer.`)
  if (failed > 0) parts.push(`${failed === 1 ? 'One span has' : `${failed} spans have`} the status ERROR.`)
  for (const span of new Set(steps.map((step) => step.span))) {
    const own = steps.filter((step) => step.span === span)
    parts.push(`Status of “${span}”: ${own.map(({ did, status }) => `${did}, ${status}`).join('; ')}.`)
  }
  if (linkedTrace !== null)
    parts.push(
      `The message was read in another trace, ${shortId(linkedTrace.traceId)}, which links to this one.`,
    )
  return parts.join(' ')
}

function pathSentence({ beforeMs }: Opened, trace: OpenTrace, params: TraceExplorerParams): string {
  const share = trace.shares[0]
  if (share === undefined) return 'The root took no time: there is no path.'
  const parts = [shareSentence(share, trace)]
  const beside = besidePath(trace)
  if (beside !== null) parts.push(beside)
  if (beforeMs !== null)
    parts.push(
      `With ${fasterWords[params.faster]} twice as fast it takes ${durationWords(trace.rootMs)} instead of ${durationWords(beforeMs)}.`,
    )
  return parts.join(' ')
}

function shareSentence(share: PathShare, { rows, rootMs }: OpenTrace): string {
  const { service, name, kind, spans, ms, row } = share

  const time = `${durationWords(ms)} of ${durationWords(rootMs)}`
  if (spans > 1)
    return `Most of the wait, ${time}, was for ${spans} spans “${name}” of ${service}, one after another.`
  if (kind === 'SERVER' && rows[row]!.children > 0)
    return `Most of the wait, ${time}, was ${service}’s own: gaps in “${name}” that no other span fills.`
  return `Most of the wait, ${time}, was for “${name}” of ${service}.`
}

/** The longest span that has none of its time on the path, where it is worth a word. */
function besidePath({ rows, rootMs }: OpenTrace): string | null {
  const beside = rows.filter(({ pathMs }) => pathMs < 1)
  const long = beside.reduce<(typeof rows)[number] | null>(
    (most, row) => (row.children === 0 && (most === null || lengthOf(row) > lengthOf(most)) ? row : most),
    null,
  )
  if (long === null || lengthOf(long) < rootMs * 0.3) return null
  const why = long.span.kind === 'CONSUMER' ? 'nobody waits for a message' : 'it ran beside something longer'
  return `“${long.span.name}” took ${durationWords(lengthOf(long))} and is not on the path: ${why}.`
}

const lengthOf = ({ span }: OpenTrace['rows'][number]) => span.endMs - span.startMs

function logSentence({ log }: Opened, trace: OpenTrace): string {
  if (log === null) return 'No log was written in the spans on the path.'
  const { record, row } = log
  const { service, span } = trace.rows[row]!
  const said = `${service} wrote ${record.severityText} “${record.body}” in “${span.name}”`
  const failed = trace.rows.filter((each) => each.span.status === 'ERROR').length
  if (record.severityNumber >= 17 && failed > 1)
    return `${failed} spans failed, and one log says where it began: ${said}. The spans above it only pass the failure on.`
  if (record.severityNumber >= 13)
    return `${said}. The record has the ids of the span that was active, which is how it was found.`
  return `${said}: nothing failed here. The path says where the time went, the log only that it ended.`
}
