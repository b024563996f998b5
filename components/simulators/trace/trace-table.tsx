import type { OpenTrace } from '@/lib/simulators/trace/open-trace'
import { durationWords, statusWords } from '@/lib/simulators/trace/words'

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top'

/** A trace as a table: a row for each span, in the order of the waterfall. */
export function TraceTable({ trace }: { trace: OpenTrace }) {
  return (
    <table className="w-full min-w-[44rem] border-collapse text-[14px] leading-5 tabular-nums">
      <caption className="sr-only">The spans of the trace</caption>
      <thead>
        <tr>
          {['Span', 'Kind', 'Under', 'Starts at', 'Takes', 'On the path', 'Status', 'Logs'].map((name) => (
            <th key={name} scope="col" className={cell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trace.rows.map(({ span, service, parent, pathMs, logs }) => (
          <tr key={span.spanId}>
            <th scope="row" className={`${cell} font-normal`}>
              <span className="font-semibold">{service}</span> {span.name}
            </th>
            <td className={cell}>{span.kind}</td>
            <td className={cell}>{parent < 0 ? '–' : trace.rows[parent]!.span.name}</td>
            <td className={cell}>{durationWords(span.startMs - trace.startMs)}</td>
            <td className={cell}>{durationWords(span.endMs - span.startMs)}</td>
            <td className={cell}>{pathMs > 0 ? durationWords(pathMs) : '–'}</td>
            <td className={cell}>{statusWords[span.status]}</td>
            <td className={cell}>{logs.map((log) => `${log.severityText} ${log.body}`).join('; ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
