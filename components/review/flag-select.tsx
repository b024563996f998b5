import { useId } from 'react'
import { type Flag, flagNames, flags } from '@/lib/review/flag'

interface FlagSelectProps {
  label: string
  flag: Flag
  onFlag(flag: Flag): void
}

/** One of the flags, by number and name. */
export function FlagSelect({ label, flag, onFlag }: FlagSelectProps) {
  const id = useId()
  return (
    <span className="inline-flex items-center gap-2 text-[0.9375rem]">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={flag}
        onChange={(event) => onFlag(Number(event.target.value) as Flag)}
        className="min-h-11 rounded border border-line-strong bg-paper px-3"
      >
        {flags.map((each) => (
          <option key={each} value={each}>
            {each === 0 ? flagNames[0] : `${each} ${flagNames[each]}`}
          </option>
        ))}
      </select>
    </span>
  )
}
