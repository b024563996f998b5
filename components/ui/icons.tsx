import type { ReactNode } from 'react'

/** Drawn on a grid of 20, stroked in the colour of the text, hidden from readers of the page's words. */
function Icon({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="9" cy="9" r="5.25" />
      <path d="m13 13 4 4" />
    </Icon>
  )
}

export function ContrastIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="6.75" />
      <path d="M10 3.25a6.75 6.75 0 0 1 0 13.5z" fill="currentColor" />
    </Icon>
  )
}

export function ListIcon() {
  return (
    <Icon>
      <path d="M7.5 5h9M7.5 10h9M7.5 15h6M3.5 5h.5M3.5 10h.5M3.5 15h.5" />
    </Icon>
  )
}

export function CrossIcon() {
  return (
    <Icon size={18}>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  )
}

export function TickIcon() {
  return (
    <Icon size={18}>
      <path d="m4 10.5 4 4 8-9" />
    </Icon>
  )
}

export function LockIcon() {
  return (
    <Icon size={16}>
      <rect x="4.5" y="9" width="11" height="7.5" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </Icon>
  )
}

export function ArrowIcon() {
  return (
    <Icon size={18}>
      <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />
    </Icon>
  )
}
