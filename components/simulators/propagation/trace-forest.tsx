import { cn } from '@/components/ui/cn'
import { stations } from '@/lib/simulators/propagation/station'
import type { TraceTree, TreeRow } from '@/lib/simulators/propagation/trace-tree'

interface Props {
  traces: readonly TraceTree[]
}

/** The traces as a backend draws them: one tree while the context holds, several when it breaks. */
export function TraceForest({ traces }: Props) {
  if (traces.length === 0) return <NoTrace />
  const numbers = new Map(traces.map(({ traceId }, index) => [traceId, index + 1]))
  return (
    <div className="flex flex-col gap-3">
      {traces.map(({ traceId, rows }, index) => (
        <div key={traceId}>
          <p className="m-0 flex items-baseline gap-2 text-[14px] leading-5">
            <span className="font-semibold">Trace {index + 1}</span>
            <span className="font-mono text-[13px] text-trace">{traceId.slice(0, 8)}…</span>
            {index > 0 && <span className="text-soft">apart from the others</span>}
          </p>
          <ul className="m-0 mt-1 list-none p-0">
            {rows.map((row) => (
              <Row
                key={`${row.span.spanId} ${row.span.parentSpanId} ${traceId}`}
                row={row}
                numbers={numbers}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const mostSpans = 9

/** The room that the spans will take, without a hint of which hangs on which. */
function NoTrace() {
  return (
    <>
      <p className="m-0 text-[14px] leading-5 text-soft">Not a span yet. Nine are possible.</p>
      <div aria-hidden="true" className="mt-1">
        {Array.from({ length: mostSpans }, (_, row) => row).map((row) => (
          <div key={row} className="mb-[3px] h-[22px] rounded-[3px] border border-dashed border-line" />
        ))}
      </div>
    </>
  )
}

const indentPx = 14

function Row({ row, numbers }: { row: TreeRow; numbers: ReadonlyMap<string, number> }) {
  const { span, depth, isOrphan } = row
  const isEntry = span.kind === 'SERVER' || span.kind === 'CONSUMER'
  return (
    <li
      className="m-0 flex min-w-0 flex-col p-0 pb-[3px] leading-5"
      style={{ paddingLeft: depth * indentPx }}
    >
      <span
        className={cn(
          'simulator-new flex h-[22px] items-center gap-2 overflow-hidden rounded-[3px] px-2 text-[13px] whitespace-nowrap',
          isEntry ? 'bg-trace text-paper' : 'border border-trace bg-trace-wash text-ink',
        )}
      >
        <span className="font-semibold">{stations[span.station].name}</span>
        <span className="overflow-hidden text-ellipsis">
          {span.kind} {span.name}
        </span>
      </span>
      {isOrphan && <Mark text="its parent is a span outside, which nobody here has" />}
      {span.link !== null && (
        <Mark
          text={
            numbers.has(span.link.traceId)
              ? `link to ${span.link.spanId.slice(0, 4)}… of trace ${numbers.get(span.link.traceId)}`
              : 'link to a span outside'
          }
        />
      )}
    </li>
  )
}

function Mark({ text }: { text: string }) {
  return (
    <span className="ml-2 border-l-2 border-dashed border-trace pl-2 text-[13px] leading-5 text-soft">
      {text}
    </span>
  )
}
