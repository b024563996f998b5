import { ControlLabel } from './control-label'

interface Props<T extends string> {
  label: string
  value: T
  options: Readonly<Record<T, string>>
  onChange: (value: T) => void
}

/** One of a few words. */
export function SelectControl<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ControlLabel label={label}>
      <select
        className="h-10 w-full min-w-0 rounded border border-line-strong bg-raised px-2 text-[15px] text-ink"
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {(Object.entries(options) as [T, string][]).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </ControlLabel>
  )
}
