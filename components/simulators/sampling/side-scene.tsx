import type { SideView } from '@/lib/simulators/sampling/side'
import { trafficMs } from '@/lib/simulators/sampling/traffic'
import type { SamplingView } from '@/lib/simulators/sampling/view'
import { strategyWords } from '@/lib/simulators/sampling/words'
import { Lane } from './lane'

interface Props {
  view: SamplingView
  side: SideView
  /** `A` or `B`, where two are compared. */
  letter: string | null
  /** Before the prediction: all that will come, and nothing of what becomes of it. */
  preview: Uint8Array | null
}

/** The traffic in three lanes, each trace with its fate. */
export function SideScene({ view: { traffic, arrived, nowMs }, side, letter, preview }: Props) {
  const lane = (kind: number, name: string, key: keyof SideView['kept'], height: string) => (
    <Lane
      traffic={traffic}
      fates={preview ?? side.fates}
      kind={kind}
      name={name}
      count={preview === null ? `kept ${side.kept[key]} of ${arrived.traces[key]}` : 'not yet decided'}
      height={height}
    />
  )
  const now = Math.min(1, nowMs / trafficMs)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="m-0 text-[15px] leading-6 font-[650]">
        {letter === null ? '' : `${letter}: `}
        {strategyWords[side.name]}
      </p>
      {lane(0, 'Errors', 'error', 'h-9')}
      {lane(1, 'Slow', 'slow', 'h-7')}
      {lane(2, 'Normal', 'normal', 'h-36')}
      <div className="border-t border-line-strong" aria-hidden="true">
        <div className="h-1 bg-line-strong" style={{ width: `${now * 100}%` }} />
        <p className="m-0 flex justify-between text-[13px] leading-5 text-soft tabular-nums">
          <span>0 s</span>
          <span>{(nowMs / 1000).toFixed(0)} s passed</span>
          <span>{trafficMs / 1000} s</span>
        </p>
      </div>
    </div>
  )
}
