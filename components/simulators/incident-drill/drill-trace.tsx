import { useState } from 'react'
import type { OpenTrace } from '@/lib/simulators/trace/open-trace'
import { durationWords, shortId } from '@/lib/simulators/trace/words'
import { SpanDetail } from '../trace/span-detail'
import { Waterfall } from '../trace/waterfall'

/** A trace of the evidence. It opens on the span that takes most of its critical path. */
export function DrillTrace({ trace }: { trace: OpenTrace }) {
  const [row, setRow] = useState<{ at: number; of: string } | null>(null)
  const selected = row?.of === trace.traceId ? row.at : (trace.shares[0]?.row ?? 0)
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 text-[14px] leading-5">
        <span className="font-semibold">Trace {shortId(trace.traceId)}</span>{' '}
        <span className="text-soft tabular-nums">
          {durationWords(trace.rootMs)}, {trace.rows.length} spans
        </span>
      </p>
      <div className="grid gap-x-6 gap-y-4 @3xl:grid-cols-[minmax(0,1fr)_16.5rem]">
        <Waterfall
          key={trace.traceId}
          trace={trace}
          selected={selected}
          onSelect={(at) => setRow({ at, of: trace.traceId })}
          pathShown={1}
        />
        <SpanDetail row={trace.rows[selected]!} originMs={trace.startMs} withPath />
      </div>
    </div>
  )
}
