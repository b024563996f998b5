import type { ReactNode } from 'react'
import type { InstrumentChoice } from '@/lib/simulators/cardinality/params'
import { NumberControl } from '../controls/number-control'
import { RangeControl } from '../controls/range-control'
import { SegmentControl } from '../controls/segment-control'
import { CostControls } from './cost-controls'
import { type ControlsProps, placeWords } from './place-words'
import { TrafficControls } from './traffic-controls'
import { writeCount } from './write'

const instrumentWords: Readonly<Record<InstrumentChoice, string>> = {
  counter: 'Counter',
  histogram: 'Histogram',
  exponential: 'Exponential',
}

interface Props extends ControlsProps {
  /** The preset: one that is about the traffic or the cost opens with those controls in sight. */
  preset: string
}

/** Five controls in sight; the rest of the traffic and the assumptions behind the cost under their own headings. */
export function CardinalityControls({ params, onChange, preset }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-2">
        <SegmentControl
          label="user.id"
          note={`${writeCount(params.userValues)} values`}
          value={params.userPlace}
          options={placeWords}
          onChange={(value) => onChange('userPlace', value)}
        />
        <RangeControl
          label="Users"
          value={Math.round(Math.log10(params.userValues))}
          min={0}
          max={7}
          step={1}
          text={writeCount(params.userValues)}
          onChange={(power) => onChange('userValues', 10 ** power)}
        />
        <SegmentControl
          label="http.route"
          note={`${writeCount(params.routeValues)} values`}
          value={params.routePlace}
          options={placeWords}
          onChange={(value) => onChange('routePlace', value)}
        />
        <SegmentControl
          label="Instrument"
          value={params.instrument}
          options={instrumentWords}
          onChange={(value) => onChange('instrument', value)}
        />
        <NumberControl
          label="Instances"
          value={params.instances}
          min={1}
          max={100}
          onChange={(value) => onChange('instances', value)}
        />
      </div>
      <More
        key={`traffic ${preset}`}
        title="More: attributes, limit, failures, exemplars"
        open={preset === 'exemplars'}
      >
        <TrafficControls params={params} onChange={onChange} />
      </More>
      <More key={`cost ${preset}`} title="Assumptions of the cost" open={preset === 'churn'}>
        <CostControls params={params} onChange={onChange} />
      </More>
    </div>
  )
}

interface MoreProps {
  title: string
  open: boolean
  children: ReactNode
}

function More({ title, open, children }: MoreProps) {
  return (
    <details open={open} className="border-t border-line pt-2">
      <summary className="min-h-8 text-[15px] leading-8 font-semibold text-accent">{title}</summary>
      {children}
    </details>
  )
}
