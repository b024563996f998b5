import { Fragment } from 'react'
import { countFate } from '@/lib/simulators/collector-pipeline/find-box'
import type { BoxView, LaneView } from '@/lib/simulators/collector-pipeline/view'
import { FlowBar } from './flow-bar'

interface Props {
  box: BoxView
  lane: LaneView
  /** The most that any box took in: how long a whole bar is. */
  most: number
  role: string
  runs: boolean
  selected: boolean
  onSelect: () => void
}

/** An id that may break after `_` and `/`, and elsewhere only where it must. */
function breakable(id: string) {
  return id.split(/(?<=[_/])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text, in their order
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}

/** One component: how much goes in, goes on, waits, and goes no further. */
export function Box({ box, lane, most, role, runs, selected, onSelect }: Props) {
  const others = box.pipelines.filter((id) => id !== lane.id)
  const out = box.kind === 'exporter' ? countFate(box, 'sent') : box.left
  const isMaker = countFate(box, 'made') > 0
  // At the head of a pipeline a connector shows what it gives to it, not what it took from another.
  const isSource = box.kind === 'connector' && lane.receivers.includes(box)
  const ended = countFate(box, 'dropped', 'refused', 'lost')
  const words = [
    ...(isSource ? [] : [`${box.entered} in`]),
    isMaker ? `${box.left} made` : `${out} on`,
    ...(box.held > 0 ? [`${box.held} wait`] : []),
    ...(ended > 0 ? [`${ended} end here`] : []),
  ]
  return (
    <button
      type="button"
      aria-pressed={selected}
      className={`flex min-h-16 w-full min-w-0 flex-col gap-1 rounded border px-2 py-1.5 text-left hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-wash ${runs ? 'border-line-strong bg-raised' : 'border-dashed border-line-strong bg-sunken'}`}
      onClick={onSelect}
    >
      <span className="text-[13px] leading-4 text-soft">
        {role}
        {others.length > 0 && box.kind !== 'connector' && ', shared'}
        {box.note !== null && ', not run in full'}
      </span>
      <span className="font-mono text-[13px] leading-4 font-semibold break-words text-ink">
        {breakable(box.id)}
      </span>
      {runs && (
        <>
          <FlowBar
            signal={lane.signal}
            on={isSource ? box.left : isMaker ? box.entered : Math.min(out, box.entered)}
            held={box.held}
            ended={Math.min(ended, box.entered)}
            most={most}
          />
          <span className="text-[13px] leading-4 text-soft tabular-nums">{words.join(', ')}</span>
        </>
      )}
    </button>
  )
}
