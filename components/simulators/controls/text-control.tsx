import { useId } from 'react'

/** What is wrong with a text, and where: counted in UTF-16 units from its start. */
export interface TextDiagnosis {
  readonly field: string
  readonly offset: number
  readonly message: string
}

interface Props {
  label: string
  value: string
  placeholder?: string
  longest: number
  diagnosis: readonly TextDiagnosis[]
  /** What is said of a text without faults. */
  verdict: string
  onChange: (value: string) => void
}

/** A text typed by hand, with every fault that was found in it, field by field. */
export function TextControl({ label, value, placeholder, longest, diagnosis, verdict, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-[14px] leading-5 font-semibold text-ink">
        {label}
      </label>
      <input
        id={id}
        type="text"
        className="h-10 w-full min-w-0 rounded border border-line-strong bg-raised px-2 font-mono text-[14px] text-ink aria-invalid:border-error"
        value={value}
        placeholder={placeholder}
        maxLength={longest}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={diagnosis.length > 0}
        aria-describedby={`${id}-diagnosis`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-diagnosis`} className="text-[14px] leading-5 text-soft">
        {diagnosis.length === 0 ? (
          verdict
        ) : (
          <ul className="m-0 list-none p-0">
            {diagnosis.map(({ field, offset, message }) => (
              <li key={`${field} ${offset} ${message}`} className="m-0 flex gap-2 p-0 text-error">
                <span aria-hidden="true">×</span>
                <span>
                  {message} <span className="text-soft">(character {offset + 1})</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
