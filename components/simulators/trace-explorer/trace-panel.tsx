import type { OpenTrace } from '@/lib/simulators/trace/open-trace'
import { durationWords, shortId } from '@/lib/simulators/trace/words'
import type { Opened } from '@/lib/simulators/trace-explorer/opened'
import type { TraceExplorerView } from '@/lib/simulators/trace-explorer/view'
import { SpanDetail } from '../trace/span-detail'
import { Waterfall } from '../trace/waterfall'

interface Props {
  view: TraceExplorerView
  opened: Opened
  /** The stage moves by itself: what it shows is drawn as far as it has come. */
  moving: boolean
  selected: number
  onSelect: (row: number) => void
}

/** The request's trace, once the chain has come to it: its waterfall, and the chosen span beside it. */
export function TracePanel({ view, opened, moving, selected, onSelect }: Props) {
  const { stage, progress } = view
  const { trace, mark, log, linkedTrace } = opened
  if (stage === 'histogram' || stage === 'exemplar')
    return (
      <Place>
        {stage === 'histogram' ? 'Choose an exemplar to open its trace.' : 'Its trace opens next.'}
      </Place>
    )
  if (trace === null)
    return (
      <Place>
        <strong className="block text-ink">No trace {shortId(mark.traceId)}</strong> It was dropped after its
        exemplar was written. Choose a solid diamond.
      </Place>
    )
  const pathShown = stage === 'trace' ? 0 : stage === 'path' && moving ? progress : 1
  const untilMs = stage === 'trace' && moving ? progress * trace.wholeMs : Number.POSITIVE_INFINITY
  return (
    <div className="grid gap-x-6 gap-y-4 @3xl:grid-cols-[minmax(0,1fr)_16.5rem]">
      <div className="min-w-0">
        <Waterfall
          key={`${trace.traceId} ${trace.rows.length}`}
          trace={trace}
          selected={selected}
          onSelect={onSelect}
          pathShown={pathShown}
          untilMs={untilMs}
        />
        {linkedTrace !== null && <LinkedTrace trace={linkedTrace} from={trace} />}
      </div>
      <SpanDetail
        row={trace.rows[selected]!}
        originMs={trace.startMs}
        withPath={pathShown > 0}
        told={stage === 'log' ? (log?.record ?? null) : null}
      />
    </div>
  )
}

/** The consumer's trace: another one, with a link as the only way from one to the other. */
function LinkedTrace({ trace, from }: { trace: OpenTrace; from: OpenTrace }) {
  const { span, service } = trace.rows[0]!
  const link = span.links[0]
  const producer = from.rows.find((row) => row.span.spanId === link?.spanId)
  return (
    <p className="m-0 mt-4 border-l-2 border-dashed border-trace pl-3 text-[13px] leading-5 text-soft">
      <span className="font-semibold text-ink">Another trace, {shortId(trace.traceId)}:</span> {service}{' '}
      {span.kind} “{span.name}”, {durationWords(trace.rootMs)}, begun{' '}
      {durationWords(span.startMs - from.startMs)} after this one.
      {producer !== undefined && ` Its link names the span “${producer.span.name}” here.`}
    </p>
  )
}

function Place({ children }: { children: React.ReactNode }) {
  return (
    <p className="m-0 grid min-h-40 grow content-start justify-items-center rounded border border-dashed border-line-strong px-4 py-14 text-center text-[15px] leading-6 text-soft @3xl:min-h-96">
      <span>{children}</span>
    </p>
  )
}
