/** The mark: three spans of a trace, each starting where the one above is at work. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="2" y="5" width="19" height="4.5" rx="2.25" fill="var(--accent)" />
      <rect x="7" y="11.75" width="11" height="4.5" rx="2.25" fill="var(--accent)" opacity="0.65" />
      <rect x="12" y="18.5" width="14" height="4.5" rx="2.25" fill="var(--ink)" />
    </svg>
  )
}
