import type { Attributes } from '@/lib/engine/attribute'
import type { LogRecord } from '@/lib/engine/traffic/logs'
import { measuredAs } from '@/lib/simulators/trace/measured-as'
import type { TraceRow } from '@/lib/simulators/trace/open-trace'
import { durationWords, statusWords } from '@/lib/simulators/trace/words'

interface Props {
  row: TraceRow
  /** When the trace began, in ms of the run. */
  originMs: number
  withPath: boolean
  /** The record that the chain has come to. */
  told?: LogRecord | null
}

/** Everything that the chosen span says of itself. */
export function SpanDetail({ row, originMs, withPath, told = null }: Props) {
  const { span, service, pathMs, logs } = row
  const seconds = (span.endMs - span.startMs) / 1000
  const metric = measuredAs(span)
  const facts: [string, string][] = [
    ['Kind', span.kind],
    ['Status', statusWords[span.status]],
    ['Start', `${durationWords(span.startMs - originMs)} after the trace`],
    ['Duration', durationWords(span.endMs - span.startMs)],
    ...(withPath ? [['On the critical path', durationWords(pathMs)] as [string, string]] : []),
    ['Span id', span.spanId],
    ['Parent id', span.parentSpanId || 'none: the root'],
  ]
  return (
    <section aria-label="The chosen span" className="flex min-w-0 flex-col gap-3 text-[13px] leading-5">
      <p className="m-0 text-[15px] leading-6 font-semibold">
        {service}: {span.name}
      </p>
      <Logs logs={logs} originMs={originMs} told={told} />
      <Pairs title="Span" pairs={facts} />
      <Pairs title="Attributes" pairs={pairsOf(span.attributes)} />
      <Pairs title="Resource" pairs={pairsOf(span.resource)} />
      <Pairs
        title="Links"
        pairs={span.links.map((link) => ['to', `${link.spanId} of trace ${link.traceId.slice(0, 8)}…`])}
      />
      <p className="m-0 text-soft">
        {metric === null ? 'Not measured by itself.' : `Counted in ${metric} as ${seconds.toFixed(3)} s.`} No
        span events: what happened is in its logs.
      </p>
    </section>
  )
}

function Logs({
  logs,
  originMs,
  told,
}: {
  logs: readonly LogRecord[]
  originMs: number
  told: LogRecord | null
}) {
  if (logs.length === 0) return <p className="m-0 text-soft">No log was written in this span.</p>
  return (
    <ul aria-label="Logs written in this span" className="m-0 flex list-none flex-col gap-1 p-0">
      {logs.map((log) => (
        <li
          key={`${log.timeMs} ${log.body}`}
          className={
            log === told
              ? 'simulator-new m-0 border-l-4 border-log bg-log-wash py-1 pr-1 pl-2'
              : 'm-0 border-l-2 border-log py-1 pl-2'
          }
        >
          <span className={log.severityNumber >= 17 ? 'font-semibold text-error' : 'font-semibold text-log'}>
            {log.severityText}
          </span>{' '}
          {log.body} <span className="text-soft tabular-nums">at {durationWords(log.timeMs - originMs)}</span>
        </li>
      ))}
    </ul>
  )
}

function Pairs({ title, pairs }: { title: string; pairs: readonly (readonly [string, string])[] }) {
  if (pairs.length === 0) return null
  return (
    <div>
      <p className="m-0 mb-0.5 font-semibold">{title}</p>
      <dl className="m-0">
        {pairs.map(([name, value]) => (
          <div key={`${name} ${value}`} className="flex flex-wrap gap-x-2">
            <dt className="text-soft">{name}</dt>
            <dd className="m-0 min-w-0 font-mono text-[12px] leading-5 break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function pairsOf(attributes: Attributes): [string, string][] {
  return Object.entries(attributes)
    .map(([key, value]): [string, string] => [key, String(value)])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}
