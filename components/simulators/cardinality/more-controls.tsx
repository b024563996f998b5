import { memo, type ReactNode } from 'react'
import { CostControls } from './cost-controls'
import type { ControlsProps } from './place-words'
import { TrafficControls } from './traffic-controls'

interface Props extends ControlsProps {
  /** The preset: one that is about the exemplars or the cost opens with those controls in sight. */
  preset: string
}

/** What is changed less often: the rest of the traffic, and the assumptions behind the cost. */
export const MoreControls = memo(function MoreControls({ params, onChange, preset }: Props) {
  return (
    <div>
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
})

function More({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="m-0 border-t border-line py-1">
      <summary className="min-h-10 text-[15px] leading-10 font-semibold text-accent">{title}</summary>
      {children}
    </details>
  )
}
