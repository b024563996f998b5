import type { ReactNode } from 'react'

interface Props {
  label: string
  /** The value with its unit, where the control itself does not show it. */
  value?: string | undefined
  children: ReactNode
}

/** A native control under its name. The label element ties the two together. */
export function ControlLabel({ label, value, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given as children
    <label className="flex min-w-0 flex-col gap-1">
      <span className="flex items-baseline justify-between gap-2 text-[14px] leading-5">
        <span className="font-semibold text-ink">{label}</span>
        {value !== undefined && <span className="text-soft tabular-nums">{value}</span>}
      </span>
      {children}
    </label>
  )
}
