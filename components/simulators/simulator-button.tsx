import type { ButtonHTMLAttributes } from 'react'
import { cn } from '@/components/ui/cn'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'plain' | 'accent'
}

/** A button of the simulators' row. */
export function SimulatorButton({ tone = 'plain', className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={cn(
        'min-h-10 rounded border px-3 text-[15px] leading-5 font-semibold disabled:opacity-60',
        tone === 'accent'
          ? 'border-accent bg-accent text-on-accent hover:bg-accent-strong'
          : 'border-line-strong bg-raised text-ink hover:bg-sunken',
        className,
      )}
      {...rest}
    />
  )
}
