import { useState } from 'react'
import type { SamplingParams } from '@/lib/simulators/sampling/params'
import { percent } from '@/lib/simulators/sampling/words'
import { PanelTabs } from '../controls/panel-tabs'
import { RangeControl } from '../controls/range-control'
import { SwitchControl } from '../controls/switch-control'
import { CollectorControls } from './collector-controls'
import { SideControls } from './side-controls'

interface Props {
  params: SamplingParams
  set: <K extends keyof SamplingParams>(name: K, value: SamplingParams[K]) => void
}

const panels = { a: 'A', b: 'B', collectors: 'Collectors', traffic: 'Traffic', cost: 'Cost' } as const
type Panel = keyof typeof panels

const grid = 'grid grid-cols-2 items-end gap-x-4 gap-y-3 @3xl:grid-cols-4 @3xl:gap-x-6'

/** Presets that are about other controls than those of the sampler. */
const panelOf: Readonly<Record<string, Panel>> = {
  fleet: 'collectors',
  balanced: 'collectors',
  service: 'collectors',
}

/** One group of controls at a time: how A or B chooses, what the shop does, what a span costs. */
export function SamplingControls({ params, set, preset }: Props & { preset: string }) {
  const [chosen, setChosen] = useState<Panel>(panelOf[preset] ?? 'a')
  const compares = params.b !== 'none'
  const panel = chosen === 'b' && !compares ? 'a' : chosen
  const shown = (Object.keys(panels) as Panel[])
    .filter((each) => compares || each !== 'b')
    .map((each) => [each, each === 'a' && !compares ? 'Sampler' : panels[each]] as const)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <PanelTabs panels={shown} shown={panel} onShow={setChosen} />
        <SwitchControl
          label="Compare two on the same traffic"
          checked={compares}
          onChange={(on) => set('b', on ? (params.a === 'tail' ? 'head' : 'tail') : 'none')}
        />
      </div>
      <div className="min-h-[184px] @3xl:min-h-[76px]">
        {panel === 'a' || panel === 'b' ? (
          <SideControls side={panel} params={params} set={set} />
        ) : panel === 'collectors' ? (
          <CollectorControls params={params} set={set} />
        ) : panel === 'traffic' ? (
          <TrafficControls params={params} set={set} />
        ) : (
          <CostControls params={params} set={set} />
        )}
      </div>
    </div>
  )
}

function TrafficControls({ params, set }: Props) {
  return (
    <div className={grid}>
      <RangeControl
        label="Rate"
        value={params.perSecond}
        min={2}
        max={120}
        step={1}
        text={`${params.perSecond} traces/s`}
        onChange={(value) => set('perSecond', value)}
      />
      <RangeControl
        label="Errors"
        value={params.errorShare}
        min={0}
        max={0.2}
        step={0.005}
        text={percent(params.errorShare)}
        onChange={(value) => set('errorShare', value)}
      />
      <RangeControl
        label="Slow (over 1 s)"
        value={params.slowShare}
        min={0}
        max={0.2}
        step={0.005}
        text={percent(params.slowShare)}
        onChange={(value) => set('slowShare', value)}
      />
      <RangeControl
        label="The mailer’s spans are late by"
        value={params.lateSeconds}
        min={0}
        max={15}
        step={0.5}
        text={`${params.lateSeconds} s`}
        onChange={(value) => set('lateSeconds', value)}
      />
    </div>
  )
}

function CostControls({ params, set }: Props) {
  return (
    <div className={grid}>
      <RangeControl
        label="A span, sent and stored"
        value={params.bytesPerSpan}
        min={50}
        max={5000}
        step={50}
        text={`${params.bytesPerSpan} bytes`}
        onChange={(value) => set('bytesPerSpan', value)}
      />
      <RangeControl
        label="Price of a gigabyte"
        value={params.pricePerGb}
        min={0}
        max={20}
        step={0.05}
        text={`$${params.pricePerGb.toFixed(2)}`}
        onChange={(value) => set('pricePerGb', value)}
      />
      <RangeControl
        label="A span in the Collector’s memory"
        value={params.heldBytesPerSpan}
        min={100}
        max={20_000}
        step={100}
        text={`${params.heldBytesPerSpan} bytes`}
        onChange={(value) => set('heldBytesPerSpan', value)}
      />
      <p className="m-0 text-[14px] leading-5 text-soft">
        These three are assumptions, not facts: put in your own.
      </p>
    </div>
  )
}
