import { RangeControl } from '../controls/range-control'
import { SegmentControl } from '../controls/segment-control'
import { SelectControl } from '../controls/select-control'
import { SwitchControl } from '../controls/switch-control'
import { type ControlsProps, placeWords } from './place-words'
import { writeCount, writeShare } from './write'

/** What else there is to change of the attributes, the SDK and the requests. */
export function TrafficControls({ params, onChange }: ControlsProps) {
  return (
    <div className="grid gap-x-6 gap-y-4 py-2 @2xl:grid-cols-2">
      <SegmentControl
        label="http.response.status_code"
        note="6 values"
        value={params.statusPlace}
        options={placeWords}
        onChange={(value) => onChange('statusPlace', value)}
      />
      <SegmentControl
        label="http.request.method"
        note="5 values"
        value={params.methodPlace}
        options={placeWords}
        onChange={(value) => onChange('methodPlace', value)}
      />
      <RangeControl
        label="Routes"
        value={params.routeValues}
        min={1}
        max={500}
        step={1}
        text={writeCount(params.routeValues)}
        onChange={(value) => onChange('routeValues', value)}
      />
      <RangeControl
        label="Cardinality limit"
        value={params.limit}
        {...(params.requests === '' ? { min: 100, max: 5000, step: 100 } : { min: 1, max: 10, step: 1 })}
        text={`${writeCount(params.limit)} sets`}
        onChange={(value) => onChange('limit', value)}
      />
      <SelectControl
        label="How the limit is counted"
        value={params.limitRule}
        options={{
          specification: 'Specification: the overflow besides',
          'opentelemetry-js': 'OpenTelemetry JS: the overflow included',
        }}
        onChange={(value) => onChange('limitRule', value)}
      />
      <RangeControl
        label="Requests that fail"
        value={params.failureShare}
        min={0}
        max={0.5}
        step={0.01}
        text={writeShare(params.failureShare)}
        onChange={(value) => onChange('failureShare', value)}
      />
      <SwitchControl
        label="Exemplars"
        checked={params.exemplars}
        onChange={(value) => onChange('exemplars', value)}
      />
      <RangeControl
        label="Traces that tail sampling keeps"
        value={params.tracesKept}
        min={0}
        max={1}
        step={0.05}
        text={writeShare(params.tracesKept)}
        onChange={(value) => onChange('tracesKept', value)}
      />
    </div>
  )
}
