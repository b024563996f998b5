import { cn } from '@/components/ui/cn'
import type { OpenTrace, TraceRow } from '@/lib/simulators/trace/open-trace'
import { durationWords } from '@/lib/simulators/trace/words'
import { rowColumns } from './row-columns'

interface Props {
  trace: OpenTrace
  row: number
  place: { position: number; of: number }
  selected: boolean
  focusable: boolean
  closed: boolean
  /** The critical path is drawn from this moment on, in ms of the run. */
  pathFromMs: number
  /** Nothing after this moment is drawn, in ms of the run. */
  untilMs: number
}

const indentPx = 12
/** Deeper rows are not indented further: their names must stay readable. */
const deepest = 9

/** One span: who did what, and when. */
export function WaterfallRow(props: Props) {
  const { trace, row, place, selected, focusable, closed, pathFromMs } = props
  const each = trace.rows[row]!
  const { span, service, depth, children } = each
  const onPath = pathFromMs < Number.POSITIVE_INFINITY
  return (
    <div
      role="treeitem"
      data-row={row}
      aria-level={depth + 1}
      aria-posinset={place.position}
      aria-setsize={place.of}
      aria-selected={selected}
      aria-expanded={children > 0 ? !closed : undefined}
      aria-label={rowWords(each, onPath)}
      tabIndex={focusable ? 0 : -1}
      className={cn(
        rowColumns,
        'cursor-pointer items-center rounded-[3px] py-[3px] pr-1 text-[13px] leading-5 outline-offset-0 hover:bg-sunken',
        selected && 'bg-accent-wash hover:bg-accent-wash',
      )}
    >
      <span
        className="flex min-w-0 items-center gap-1"
        style={{ paddingLeft: Math.min(depth, deepest) * indentPx }}
      >
        {children > 0 ? (
          <span data-toggle aria-hidden="true" className="w-3 shrink-0 text-center text-soft">
            {closed ? '▸' : '▾'}
          </span>
        ) : (
          <span className="w-3 shrink-0" />
        )}
        {span.status === 'ERROR' && (
          <span aria-hidden="true" className="font-semibold text-error">
            ×
          </span>
        )}
        <span className="overflow-hidden text-ellipsis whitespace-nowrap">
          <span className="font-semibold">{service}</span> {span.name}
        </span>
      </span>
      <Bar {...props} />
      <span className="col-start-2 row-start-1 text-right text-soft tabular-nums @3xl:col-start-3">
        {durationWords(span.endMs - span.startMs)}
      </span>
    </div>
  )
}

function Bar({ trace, row, pathFromMs, untilMs }: Props) {
  const { span, logs } = trace.rows[row]!
  const whole = trace.wholeMs || 1
  const percent = (ms: number) => `${(((ms - trace.startMs) / whole) * 100).toFixed(3)}%`
  const width = (fromMs: number, toMs: number) => `max(2px, ${(((toMs - fromMs) / whole) * 100).toFixed(3)}%)`
  if (span.startMs > untilMs) return <span className="col-span-2 h-3.5 @3xl:col-span-1 @3xl:col-start-2" />
  const parts = trace.path.parts.filter((part) => part.span === row && part.endMs > pathFromMs)
  return (
    <span
      aria-hidden="true"
      className="relative col-span-2 block h-3.5 border-x border-line @3xl:col-span-1 @3xl:col-start-2 @3xl:row-start-1"
    >
      <span
        className={cn(
          'absolute inset-y-0 rounded-[2px] border bg-trace-wash',
          span.status === 'ERROR' ? 'border-error' : 'border-trace',
        )}
        style={{ left: percent(span.startMs), width: width(span.startMs, Math.min(span.endMs, untilMs)) }}
      />
      {parts.map((part) => {
        const fromMs = Math.max(part.startMs, pathFromMs)
        return (
          <span
            key={part.startMs}
            className="absolute inset-y-0 rounded-[1px] bg-trace"
            style={{ left: percent(fromMs), width: width(fromMs, part.endMs) }}
          />
        )
      })}
      {logs
        .filter((log) => log.timeMs <= untilMs)
        .map((log) => (
          <span
            key={`${log.timeMs} ${log.body}`}
            className="absolute top-0.5 size-2.5 -translate-x-1/2 rounded-full border border-raised bg-log"
            style={{ left: percent(log.timeMs) }}
          />
        ))}
    </span>
  )
}

/** What is heard of a row: first what is read in it, in the same words. */
function rowWords({ span, service, pathMs, logs }: TraceRow, withPath: boolean): string {
  const parts = [`${service} ${span.name} ${durationWords(span.endMs - span.startMs)}`, span.kind]
  if (span.status === 'ERROR') parts.push('status ERROR')
  if (withPath) parts.push(pathMs > 0 ? `${durationWords(pathMs)} on the critical path` : 'beside the path')
  if (logs.length > 0) parts.push(logs.length === 1 ? 'one log' : `${logs.length} logs`)
  return parts.join(', ')
}
