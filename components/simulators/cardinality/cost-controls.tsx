import { NumberControl } from '../controls/number-control'
import { RangeControl } from '../controls/range-control'
import type { ControlsProps } from './place-words'

/** What a stored series is taken to cost, for the reader to put right. */
export function CostControls({ params, onChange }: ControlsProps) {
  return (
    <>
      <div className="grid gap-x-6 gap-y-4 py-2 @2xl:grid-cols-2">
        <RangeControl
          label="Every instance is replaced"
          value={params.replaceEveryHours}
          min={0}
          max={48}
          step={1}
          text={params.replaceEveryHours === 0 ? 'never' : `every ${params.replaceEveryHours} h`}
          onChange={(value) => onChange('replaceEveryHours', value)}
        />
        <RangeControl
          label="A series counts for"
          value={params.windowHours}
          min={1}
          max={48}
          step={1}
          text={`${params.windowHours} h`}
          onChange={(value) => onChange('windowHours', value)}
        />
        <NumberControl
          label="Memory of a series in the store"
          unit="bytes"
          value={params.bytesPerSeries}
          min={100}
          max={100_000}
          step={1}
          onChange={(value) => onChange('bytesPerSeries', value)}
        />
        <NumberControl
          label="Price of 1,000 series a month"
          unit="$"
          value={params.pricePerThousand}
          min={0}
          max={1000}
          step={0.5}
          onChange={(value) => onChange('pricePerThousand', value)}
        />
      </div>
      <p className="m-0 text-[14px] leading-5 text-soft">
        These are not facts. Published figures for memory run from 0.7 to 9 KiB a series, by version and by
        who measured; prices differ by vendor. The series are counted as Prometheus counts them, and every
        instance is taken to have as many as this one.
      </p>
    </>
  )
}
