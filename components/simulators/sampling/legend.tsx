import type { ReactNode } from 'react'

const bar = { x: 1, y: 2, width: 20, height: 8, strokeWidth: 1.25 }

function Mark({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="m-0 flex items-center gap-1.5 p-0">
      <svg width={22} height={12} aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  )
}

/** What the marks mean. */
export function Legend() {
  return (
    <ul
      className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-[14px] leading-5 text-soft"
      aria-label="Marks"
    >
      <Mark name="kept">
        <rect {...bar} className="fill-trace stroke-trace" />
      </Mark>
      <Mark name="dropped">
        <rect {...bar} className="fill-none stroke-line-strong" />
      </Mark>
      <Mark name="waiting">
        <rect {...bar} className="fill-none stroke-trace" />
        <path d="M4 10 8 2M9 10 13 2M14 10 18 2" className="fill-none stroke-trace" />
      </Mark>
      <Mark name="kept in part">
        <rect {...bar} className="fill-none stroke-line-strong" />
        <rect x={1} y={2} width={10} height={8} className="fill-trace" />
      </Mark>
      <Mark name="pushed out">
        <rect {...bar} className="fill-none stroke-line-strong" />
        <path d="M1 10 21 2" className="fill-none stroke-error" />
      </Mark>
      <Mark name="error">
        <path d="M7 2 15 10M7 10 15 2" strokeWidth={1.75} className="fill-none stroke-error" />
      </Mark>
    </ul>
  )
}
