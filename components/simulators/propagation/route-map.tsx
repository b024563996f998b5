import { memo, useCallback, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { carries } from '@/lib/simulators/propagation/fate'
import type { PropagationParams } from '@/lib/simulators/propagation/params'
import { type StationId, stations } from '@/lib/simulators/propagation/station'
import type { PropagationHop, PropagationView } from '@/lib/simulators/propagation/view'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { useFrames } from '../use-frames'
import { badFates, fateWords } from './fate-words'

type PropagationApi = SimulatorStore<PropagationParams, PropagationView>['api']

interface Props {
  api: PropagationApi
  view: PropagationView
  revealed: boolean
  selected: StationId
  onSelect: (id: StationId) => void
}

/** Where each stop stands on a wide screen: the queue and the mailer on a second line, under payment and bank. */
const cells: Readonly<Record<StationId, string>> = {
  web: '@3xl:col-start-1',
  proxy: '@3xl:col-start-2',
  checkout: '@3xl:col-start-3',
  payment: '@3xl:col-start-4',
  bank: '@3xl:col-start-5',
  queue: '@3xl:col-start-4',
  mailer: '@3xl:col-start-5',
}

/** The way of the request: every stop a button, and on every wire what the request carries there. */
export function RouteMap({ api, view, revealed, selected, onSelect }: Props) {
  return (
    <ol
      aria-label="The way of the request"
      className="m-0 grid list-none gap-y-2 p-0 @3xl:grid-cols-[124px_repeat(4,minmax(0,1fr))] @3xl:gap-y-3"
    >
      {view.hops.map((hop, index) => (
        <li key={hop.station} className={cn('m-0 min-w-0 p-0', cells[hop.station])}>
          <div className="flex items-center">
            {index > 0 && <WireIn api={api} hop={hop} index={index} view={view} />}
            <button
              type="button"
              aria-pressed={selected === hop.station}
              disabled={!revealed && index > 0}
              onClick={() => onSelect(hop.station)}
              className={cn(
                'order-first h-13 w-[124px] shrink-0 rounded border px-1 text-left leading-5 @3xl:order-none',
                selected === hop.station
                  ? 'border-2 border-accent bg-accent-wash'
                  : 'border-line-strong bg-paper',
                index > view.reached && 'border-dashed',
              )}
            >
              <span className="block px-1 text-[15px] font-semibold text-ink">
                {stations[hop.station].name}
              </span>
              <span className="block px-1 text-[13px] text-soft">
                <Fate hop={hop} shown={revealed && index <= view.reached} />
              </span>
            </button>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Fate({ hop, shown }: { hop: PropagationHop; shown: boolean }) {
  if (!shown) return <>not yet</>
  if (!badFates.has(hop.fate)) return <>{fateWords[hop.fate]}</>
  return (
    <span className="text-error">
      <span aria-hidden="true">× </span>
      {fateWords[hop.fate]}
    </span>
  )
}

interface WireProps {
  api: PropagationApi
  hop: PropagationHop
  index: number
  view: PropagationView
}

/** The wire that leads to a stop. Solid with its tags where context is on it, dashed where none is. */
function WireIn({ api, hop, index, view }: WireProps) {
  const arrived = index <= view.reached
  const coming = index === view.reached + 1 && view.progress > 0
  const trace = (arrived || coming) && carries(hop.incoming, 'traceparent')
  const baggage = (arrived || coming) && carries(hop.incoming, 'baggage')
  const from = stations[hop.station].from
  return (
    <div className="relative flex h-13 min-w-0 flex-1 flex-col justify-center pl-3 text-[12px] leading-4 @3xl:pl-0 @3xl:text-center">
      {hop.station === 'queue' && <Branch solid={trace || baggage} />}
      <span className="flex h-5 items-end gap-1 @3xl:justify-center">
        {trace && <span className="border-b-3 border-trace px-0.5 text-trace">trace</span>}
        {arrived && !trace && <span className="text-soft">no trace</span>}
      </span>
      <span
        aria-hidden="true"
        className={cn(
          'relative my-0.5 block w-full border-t-2',
          trace || baggage ? 'border-line-strong' : 'border-dashed border-line-strong',
        )}
      >
        {coming && <Traveller api={api} />}
      </span>
      <span className="flex h-5 items-start gap-1 @3xl:justify-center">
        {baggage && (
          <span className="rounded-r-full border border-context px-1 leading-4 text-context">baggage</span>
        )}
        <span className="text-soft @3xl:hidden">{from !== null && `from ${stations[from].name}`}</span>
      </span>
    </div>
  )
}

/** The request on a wire; moves by itself. */
const Traveller = memo(function Traveller({ api }: { api: PropagationApi }) {
  const way = useRef<HTMLSpanElement>(null)
  const draw = useCallback(({ view }: SimulatorState<PropagationParams, PropagationView>) => {
    // In shares of its own width, which is that of the wire.
    if (way.current) way.current.style.transform = `translateX(${view.progress * 100}%)`
  }, [])
  useFrames(api, draw)
  return (
    <span ref={way} className="absolute inset-x-0 -top-[7px] z-1 h-3">
      <span className="block size-3 -translate-x-1/2 rounded-full bg-accent" />
    </span>
  )
})

/** On a wide screen, the way down from the wire to payment, where checkout's second call leaves. */
function Branch({ solid }: { solid: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'absolute bottom-1/2 left-0 hidden h-16 border-l-2 border-line-strong @3xl:block',
        !solid && 'border-dashed',
      )}
    />
  )
}
