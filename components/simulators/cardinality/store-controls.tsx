import { memo } from 'react'
import type { InstrumentChoice } from '@/lib/simulators/cardinality/params'
import { RangeControl } from '../controls/range-control'
import { SegmentControl } from '../controls/segment-control'
import type { ControlsProps } from './place-words'
import { writeCount } from './write'

const instrumentWords: Readonly<Record<InstrumentChoice, string>> = {
  counter: 'Counter',
  histogram: 'Histogram',
  exponential: 'Exponential',
}

/** What multiplies the sets on their way to the store. They stand beside the product that they change. */
export const StoreControls = memo(function StoreControls({ params, onChange }: ControlsProps) {
  return (
    <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2">
      <SegmentControl
        label="Instrument"
        value={params.instrument}
        options={instrumentWords}
        onChange={(value) => onChange('instrument', value)}
      />
      <RangeControl
        label="Instances"
        value={params.instances}
        min={1}
        max={100}
        step={1}
        text={writeCount(params.instances)}
        onChange={(value) => onChange('instances', value)}
      />
    </div>
  )
})
