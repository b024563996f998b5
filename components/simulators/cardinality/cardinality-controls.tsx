import { memo } from 'react'
import { RangeControl } from '../controls/range-control'
import { SegmentControl } from '../controls/segment-control'
import { OwnState } from '../own-state'
import { type ControlsProps, placeWords } from './place-words'
import { writeCount } from './write'

/** Where the two attributes go that matter most; the others are in `MoreControls`, under the picture. */
export const CardinalityControls = memo(function CardinalityControls({ params, onChange }: ControlsProps) {
  if (params.requests !== '')
    return (
      <OwnState
        note={`These requests came with the link, one a second: ${params.requests}.`}
        back="Send generated requests"
        onBack={() => {
          onChange('requests', '')
          onChange('limit', 2000)
        }}
      />
    )
  return (
    <div className="grid gap-x-6 gap-y-4 @2xl:grid-cols-3">
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
    </div>
  )
})
