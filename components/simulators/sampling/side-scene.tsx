import { memo, useCallback, useRef } from 'react'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import type { SideView } from '@/lib/simulators/sampling/side'
import { trafficMs } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { strategyWords } from '@/lib/simulators/sampling/words'
import type { SimulatorState, SimulatorStore } from '@/lib/simulators/store'
import { useFrames } from '../use-simulator'
import { Lane } from './lane'

export type SamplingApi = SimulatorStore<SamplingParams, SamplingView>['api']

interface Props {
  api: SamplingApi
  view: SamplingView
  side: 'a' | 'b'
  revealed: boolean
}

const lanes = [
  { name: 'Errors', key: 'error', height: 'h-9' },
  { name: 'Slow', key: 'slow', height: 'h-7' },
  { name: 'Normal', key: 'normal', height: 'h-36' },
] as const

/** The traffic in three lanes, each trace with its fate. */
export function SideScene({ api, view, side: letter, revealed }: Props) {
  const side = view[letter]!
  const count = (key: keyof SideView['kept']) =>
    revealed ? `kept ${side.kept[key]} of ${view.arrived.traces[key]}` : 'not yet decided'
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="m-0 text-[15px] leading-6 font-[650]">
        {view.b === null ? '' : `${letter.toUpperCase()}: `}
        {strategyWords[side.name]}
        {fleetWords(side)}
      </p>
      {lanes.map(({ name, key, height }, kind) => (
        <Lane key={key} api={api} side={letter} kind={kind} name={name} count={count(key)} height={height} />
      ))}
      <div className="border-t border-line-strong" aria-hidden="true">
        <TimeBar api={api} />
        <p className="m-0 flex justify-between text-[13px] leading-5 text-soft tabular-nums">
          <span>0 s</span>
          <span>{(view.nowMs / 1000).toFixed(0)} s passed</span>
          <span>{trafficMs / 1000} s</span>
        </p>
      </div>
    </div>
  )
}

function fleetWords({ waits, settings }: SideView): string {
  return waits && settings.collectors > 1 ? `, ${settings.collectors} Collectors` : ''
}

/** How much of the traffic has passed; moves by itself. */
const TimeBar = memo(function TimeBar({ api }: { api: SamplingApi }) {
  const bar = useRef<HTMLDivElement>(null)
  const draw = useCallback(({ view }: SimulatorState<SamplingParams, SamplingView>) => {
    if (bar.current) bar.current.style.transform = `scaleX(${Math.min(1, view.nowMs / trafficMs)})`
  }, [])
  useFrames(api, draw)
  return <div ref={bar} className="h-1 origin-left scale-x-0 bg-line-strong" />
})
