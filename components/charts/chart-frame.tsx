import type { ReactNode } from 'react'
import { type Drawing, Picture } from './picture'

interface Props {
  /** Unique on the page. */
  id: string
  /** The chart's name, read aloud first. */
  title: string
  /** What is to be seen, for those who do not see it. */
  description: string
  wide: Drawing
  /** Drawn anew for a phone, so that letters stay at their size. */
  narrow: Drawing
  /** The same numbers as a table. */
  table: ReactNode
}

/** A chart in two layouts, and its numbers as a table behind one press. */
export function ChartFrame({ id, title, description, wide, narrow, table }: Props) {
  return (
    <figure className="@container mt-4 w-full">
      <figcaption className="text-[0.9375rem] font-semibold">{title}</figcaption>
      <Picture
        id={`${id}-wide`}
        title={title}
        description={description}
        className="mt-2 hidden @2xl:block"
        {...wide}
      />
      <Picture
        id={`${id}-narrow`}
        title={title}
        description={description}
        className="mt-2 @2xl:hidden"
        {...narrow}
      />
      <details className="mt-1 text-[0.9375rem]">
        <summary className="w-fit py-1 text-soft">
          As a table<span className="sr-only">: {title}</span>
        </summary>
        {table}
      </details>
    </figure>
  )
}
