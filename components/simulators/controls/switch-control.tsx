interface Props {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** On or off. */
export function SwitchControl({ label, checked, onChange }: Props) {
  return (
    <label className="flex min-h-10 items-center gap-3 text-[14px] leading-5 font-semibold text-ink">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}
