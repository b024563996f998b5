import { useId } from 'react'

interface Props<T extends string> {
  label: string
  /** What belongs to the name, as its number of values. */
  note?: string
  value: T
  options: Readonly<Record<T, string>>
  onChange: (value: T) => void
}

/** One of two or three words, all in sight: native radio buttons side by side. */
export function SegmentControl<T extends string>({ label, note, value, options, onChange }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 p-0 text-[14px] leading-5">
        <span className="font-semibold text-ink">{label}</span>
        {note && <span className="text-soft tabular-nums"> {note}</span>}
      </legend>
      <div className="flex rounded border border-line-strong bg-raised">
        {(Object.entries(options) as [T, string][]).map(([option, text]) => (
          <label
            key={option}
            className="flex min-h-10 min-w-0 flex-1 items-center justify-center rounded px-1 text-center text-[14px] leading-5 text-ink has-checked:bg-accent has-checked:font-semibold has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
