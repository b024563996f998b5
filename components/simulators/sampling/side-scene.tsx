import { memo } from 'react'
import type { StrategySettings } from '@/lib/simulators/sampling/params'
import type { SideView } from '@/lib/simulators/sampling/side'
import { trafficMs } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { strategyWords } from '@/lib/simulators/sampling/words'
import { Reading } from '../reading'
import { type SamplingApi, SideCanvas } from './side-canvas'

interface Props {
  api: SamplingApi
  side: 'a' | 'b'
  /** Another side stands beside it. */
  isCompared: boolean
  settings: StrategySettings
  waits: boolean
}

const lanes = [
  { name: 'Errors', key: 'error', height: 'h-9' },
  { name: 'Slow', key: 'slow', height: 'h-7' },
  { name: 'Normal', key: 'normal', height: 'h-36' },
] as const

/** The traffic in three lanes, each trace with its fate. */
export const SideScene = memo(function SideScene({ api, side, isCompared, settings, waits }: Props) {
  return (
    <div data-side={side} className="relative flex min-w-0 flex-col gap-2">
      <p className="m-0 text-[15px] leading-6 font-[650]">
        {isCompared ? `${side.toUpperCase()}: ` : ''}
        {strategyWords[settings.name]}
        {waits && settings.collectors > 1 ? `, ${settings.collectors} Collectors` : ''}
      </p>
      <Reading api={api} phase={side === 'a' ? 0 : 0.33}>
        {({ view, revealed }) => <Lanes view={view} side={view[side]} revealed={revealed} />}
      </Reading>
      <SideCanvas api={api} side={side} />
    </div>
  )
})

interface LanesProps {
  view: SamplingView
  side: SideView | null
  revealed: boolean
}

function Lanes({ view, side, revealed }: LanesProps) {
  const count = (key: keyof SideView['kept']) =>
    revealed && side ? `kept ${side.kept[key]} of ${view.arrived.traces[key]}` : 'not yet decided'
  return (
    <>
      {lanes.map(({ name, key, height }) => (
        <Lane key={key} name={name} count={count(key)} height={height} />
      ))}
      <div className="border-t border-line-strong" aria-hidden="true">
        <div data-lane="time" className="h-1" />
        <p className="m-0 flex justify-between text-[13px] leading-5 text-soft tabular-nums">
          <span>0 s</span>
          <span>{(view.nowMs / 1000).toFixed(0)} s passed</span>
          <span>{trafficMs / 1000} s</span>
        </p>
      </div>
    </>
  )
}

interface LaneProps {
  name: string
  /** What became of them, in numbers. */
  count: string
  /** A class that sets the height of the picture. */
  height: string
}

/** The place of the traces of one kind, each a mark over the seconds in which they began. The canvas draws them. */
const Lane = memo(function Lane({ name, count, height }: LaneProps) {
  return (
    <div>
      <p className="m-0 flex justify-between text-[14px] leading-5">
        <span className="font-semibold">{name}</span>
        <span className="text-soft tabular-nums">{count}</span>
      </p>
      <div data-lane={name} className={height} role="img" aria-label={`${name}: ${count}`} />
    </div>
  )
})
