import { ControlLabel } from './control-label'

interface Props {
  label: string
  value: number
  min: number
  max: number
  step?: number
  unit?: string
  onChange: (value: number) => void
}

/** A number typed by hand. What is out of range is not taken. */
export function NumberControl({ label, value, min, max, step = 1, unit, onChange }: Props) {
  return (
    <ControlLabel label={label} value={unit}>
      <input
        type="number"
        className="h-10 w-full min-w-0 rounded border border-line-strong bg-raised px-2 text-[15px] text-ink tabular-nums"
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </ControlLabel>
  )
}
