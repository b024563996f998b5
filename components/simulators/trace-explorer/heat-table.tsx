import { durationWords, shortId } from '@/lib/simulators/trace/words'
import { collectMs, type Heat } from '@/lib/simulators/trace-explorer/heat'
import { bucketWords } from '@/lib/simulators/trace-explorer/sentence'

const cell = 'border-b border-line py-1.5 pr-4 text-left align-top'

/** The histogram over time as a table: requests and exemplars of each bucket of each collection. */
export function HeatTable({ heat }: { heat: Heat }) {
  const rows = heat.counts.flatMap((column, at) =>
    [...column.entries()].filter(([, count]) => count > 0).map(([bucket, count]) => ({ at, bucket, count })),
  )
  return (
    <table className="w-full min-w-[36rem] border-collapse text-[14px] leading-5 tabular-nums">
      <caption className="sr-only">Requests by collection and bucket, with their exemplars</caption>
      <thead>
        <tr>
          {['Collected', 'Bucket', 'Requests', 'Exemplars'].map((name) => (
            <th key={name} scope="col" className={cell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, bucket, count }) => (
          <tr key={`${at} ${bucket}`}>
            <th scope="row" className={`${cell} font-normal`}>
              {(at * collectMs) / 1000}–{((at + 1) * collectMs) / 1000} s
            </th>
            <td className={cell}>{bucketWords(heat.boundaries, bucket)}</td>
            <td className={cell}>{count}</td>
            <td className={cell}>
              {heat.marks
                .filter((mark) => mark.column === at && mark.bucket === bucket)
                .map(
                  (mark) =>
                    `${durationWords(mark.value * 1000)}, trace ${shortId(mark.traceId)}${mark.failed ? ', failed' : ''}${mark.linked ? '' : ', dropped'}`,
                )
                .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
