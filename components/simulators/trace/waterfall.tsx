import type { OpenTrace } from '@/lib/simulators/trace/open-trace'
import { durationWords } from '@/lib/simulators/trace/words'
import { rowColumns } from './row-columns'
import { useTree } from './use-tree'
import { WaterfallRow } from './waterfall-row'

interface Props {
  trace: OpenTrace
  selected: number
  onSelect: (row: number) => void
  /** How much of the critical path is drawn, 0 to 1: from the end of the root backwards, as it is found. */
  pathShown: number
  /** Nothing after this moment is drawn yet, in ms since the start of the root. */
  untilMs?: number
}

/** A trace as bars along its time, children below their parents: a tree that the arrow keys walk. */
export function Waterfall({
  trace,
  selected,
  onSelect,
  pathShown,
  untilMs = Number.POSITIVE_INFINITY,
}: Props) {
  const tree = useTree(trace.rows, selected, onSelect)
  const pathFromMs = trace.startMs + trace.rootMs * (1 - pathShown)
  const positions = siblingPositions(trace)
  return (
    <div className="min-w-0">
      <Axis trace={trace} />
      <div className="max-h-[34rem] overflow-x-hidden overflow-y-auto">
        <div
          ref={tree.list}
          role="tree"
          aria-label="Spans of the trace"
          onKeyDown={tree.onKeyDown}
          onClick={tree.onClick}
          className="p-0.5"
        >
          {tree.shown.map((row) => (
            <WaterfallRow
              key={trace.rows[row]!.span.spanId}
              trace={trace}
              row={row}
              place={positions[row]!}
              selected={row === selected}
              focusable={row === tree.current}
              closed={tree.isClosed(row)}
              pathFromMs={pathShown > 0 ? pathFromMs : Number.POSITIVE_INFINITY}
              untilMs={trace.startMs + untilMs}
            />
          ))}
        </div>
      </div>
      <Key hasPath={pathShown > 0} />
    </div>
  )
}

function Axis({ trace }: { trace: OpenTrace }) {
  return (
    <div aria-hidden="true" className={`${rowColumns} pr-1 text-[12px] leading-4 text-soft tabular-nums`}>
      <span className="col-span-2 flex justify-between pb-1 @3xl:col-span-1 @3xl:col-start-2">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share}>{share === 0 ? '0' : durationWords(trace.wholeMs * share)}</span>
        ))}
      </span>
    </div>
  )
}

function Key({ hasPath }: { hasPath: boolean }) {
  const item = 'm-0 flex items-center gap-1.5 p-0'
  return (
    <ul className="m-0 mt-2 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[13px] leading-5 text-soft">
      {hasPath && (
        <li className={item}>
          <span aria-hidden="true" className="h-3 w-5 rounded-[2px] bg-trace" />
          on the critical path
        </li>
      )}
      <li className={item}>
        <span aria-hidden="true" className="h-3 w-5 rounded-[2px] border border-trace bg-trace-wash" />
        {hasPath ? 'waiting for a child, or beside the path' : 'a span'}
      </li>
      <li className={item}>
        <span aria-hidden="true" className="size-2.5 rounded-full bg-log" />a log
      </li>
      <li className={item}>
        <span aria-hidden="true" className="font-semibold text-error">
          ×
        </span>
        status ERROR
      </li>
    </ul>
  )
}

/** Which child of how many each row is, from 1. */
function siblingPositions({ rows }: OpenTrace): { position: number; of: number }[] {
  const seen = new Map<number, number>()
  return rows.map(({ parent }) => {
    const position = (seen.get(parent) ?? 0) + 1
    seen.set(parent, position)
    return { position, of: parent < 0 ? 1 : rows[parent]!.children }
  })
}
