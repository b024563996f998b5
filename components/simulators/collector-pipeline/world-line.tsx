import { totalMib } from '@/lib/simulators/collector-pipeline/params'
import type { PipelineView } from '@/lib/simulators/collector-pipeline/view'

const nouns = { traces: 'Spans', metrics: 'Points', logs: 'Log records' } as const
const plain = 'border-b border-line py-1 pr-3 last:pr-0'
const cell = `${plain} text-right`

/** What stands around the Collector: the applications that send, its memory, and the backend. */
export function WorldLine({ view }: { view: PipelineView }) {
  const { usedMib, softMib, backendUp, elapsedMs } = view
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 flex flex-wrap gap-x-6 gap-y-1 text-[14px] leading-5 tabular-nums">
        <span>
          <strong>{(elapsedMs / 1000).toFixed(0)} s</strong> of 40
        </span>
        <span>
          Collector’s memory: <strong>{Math.round(usedMib)} MiB</strong> of {totalMib}
          {softMib !== null && `, refused above ${Math.round(softMib)}`}
        </span>
        <span className={backendUp ? '' : 'text-error'}>
          {backendUp ? 'The backend answers' : '× The backend does not answer'}
        </span>
      </p>
      <table className="w-full max-w-xl border-collapse text-[14px] leading-5 tabular-nums">
        <caption className="sr-only">What the applications have made and sent</caption>
        <thead>
          <tr>
            <th scope="col" className={`${plain} text-left`}>
              In the applications
            </th>
            {['Made', 'To be sent', 'Dropped there'].map((name) => (
              <th key={name} scope="col" className={cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.senders.map(({ signal, made, waiting, lost, hasReceiver }) => (
            <tr key={signal}>
              <th scope="row" className={`${plain} text-left font-normal text-soft`}>
                {nouns[signal]}
                {!hasReceiver && ', which no pipeline takes'}
              </th>
              <td className={cell}>{made}</td>
              <td className={cell}>{waiting}</td>
              <td className={cell}>{hasReceiver ? lost : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
