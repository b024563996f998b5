import type { ButtonHTMLAttributes } from 'react'

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'border border-line-strong bg-raised text-ink hover:bg-sunken',
  danger: 'border border-error bg-raised text-error hover:bg-error-wash',
} as const

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof looks
}

export function Button({ look = 'primary', type = 'submit', className = '', ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={`min-h-11 rounded px-4 font-semibold focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent disabled:opacity-60 ${looks[look]} ${className}`}
      {...props}
    />
  )
}
