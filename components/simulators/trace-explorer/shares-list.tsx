import type { OpenTrace } from '@/lib/simulators/trace/open-trace'
import { durationWords } from '@/lib/simulators/trace/words'

const mostShares = 4

/** Where the caller's time went: the largest shares of the critical path, in words. */
export function SharesList({ trace, onSelect }: { trace: OpenTrace; onSelect: (row: number) => void }) {
  return (
    <div className="text-[13px] leading-5">
      <p className="m-0 mb-1 text-[14px] font-semibold">
        What the {durationWords(trace.rootMs)} were spent on
      </p>
      <ol className="m-0 list-none p-0">
        {trace.shares.slice(0, mostShares).map((share) => (
          <li key={`${share.service} ${share.kind} ${share.name}`} className="m-0 p-0">
            <button
              type="button"
              onClick={() => onSelect(share.row)}
              className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-[3px] py-0.5 text-left hover:bg-sunken"
            >
              <span className="overflow-hidden text-ellipsis whitespace-nowrap">
                <span className="font-semibold">{share.service}</span> {share.name}
                {share.spans > 1 && ` × ${share.spans}`}
              </span>
              <span className="text-soft tabular-nums">
                {durationWords(share.ms)}, {wholePercent(share.ms / trace.rootMs)}
              </span>
              <span aria-hidden="true" className="col-span-2 h-1.5 bg-sunken">
                <span
                  className="block h-full bg-trace"
                  style={{ width: `${(share.ms / trace.rootMs) * 100}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

function wholePercent(share: number): string {
  return share < 0.005 ? 'under 1 %' : `${Math.round(share * 100)} %`
}
