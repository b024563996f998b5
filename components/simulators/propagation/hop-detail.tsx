import { stations } from '@/lib/simulators/propagation/station'
import type { PropagationHop } from '@/lib/simulators/propagation/view'
import { HeaderLines } from './header-lines'

interface Props {
  hop: PropagationHop
  revealed: boolean
}

const heading = 'm-0 text-[14px] leading-5 font-semibold text-ink'

/** The headers that came in and those that went out, and the spans in between. */
export function HopDetail({ hop, revealed }: Props) {
  const station = stations[hop.station]
  const isMessage = station.from !== null && stations[station.from].kind === 'queue'
  const what = station.kind === 'queue' || isMessage ? 'message' : 'request'
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className={heading}>
          Into {station.name}: {what}{' '}
          <span className="font-mono text-[13px] font-normal">{station.request}</span>
        </p>
        <HeaderLines headers={hop.incoming} none="None of the headers." />
      </div>
      {revealed && (
        <>
          <div>
            <p className={heading}>Spans made</p>
            {hop.spans.length === 0 ? (
              <p className="m-0 text-[14px] leading-5 text-soft">None.</p>
            ) : (
              <ul className="m-0 list-none p-0 text-[14px] leading-5">
                {hop.spans.map((span) => (
                  <li key={span.spanId} className="m-0 p-0">
                    {span.kind} <span className="font-mono text-[13px] break-all">{span.spanId}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {hop.sent.map(({ to, headers }) => (
            <div key={to}>
              <p className={heading}>Out to {stations[to].name}</p>
              <HeaderLines headers={headers} none="None of the headers." />
            </div>
          ))}
        </>
      )}
    </div>
  )
}
