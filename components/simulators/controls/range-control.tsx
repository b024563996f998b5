import { ControlLabel } from './control-label'

interface Props {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** The value as it is read, with its unit: “10 %”. */
  text: string
  onChange: (value: number) => void
}

/** A slider that redraws while it is dragged. */
export function RangeControl({ label, value, min, max, step, text, onChange }: Props) {
  return (
    <ControlLabel label={label} value={text}>
      <input
        type="range"
        className="h-8 w-full accent-accent"
        value={value}
        min={min}
        max={max}
        step={step}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </ControlLabel>
  )
}
