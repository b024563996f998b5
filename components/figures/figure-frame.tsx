import type { ReactNode } from 'react'
import { type Drawing, Picture } from '../charts/picture'

interface Props {
  /** Unique on the page: the ids of title and description are made from it. */
  id: string
  /** The picture's name, read aloud first. */
  title: string
  /** What is to be seen, for those who do not see it. */
  description: string
  caption: ReactNode
  wide: Drawing
  /** Drawn anew for a phone, so that letters stay at their size. */
  narrow: Drawing
  /** The same content as text or table. */
  words: ReactNode
  /** Has something that flows, and so a switch that stops it. */
  moving?: boolean
}

/** A drawn figure: picture in two layouts, caption, and its content in words. */
export function FigureFrame({ id, title, description, caption, wide, narrow, words, moving }: Props) {
  return (
    <figure className="figure wide @container w-full font-sans" id={id}>
      <Picture
        id={`${id}-wide`}
        title={title}
        description={description}
        className="hidden max-w-[860px] @2xl:block"
        {...wide}
      />
      <Picture
        id={`${id}-narrow`}
        title={title}
        description={description}
        className="max-w-[440px] @2xl:hidden"
        {...narrow}
      />
      <figcaption className="mt-3 max-w-[var(--measure)] text-[15px] leading-6 text-soft">
        {caption}
      </figcaption>
      <div className="mt-2 flex max-w-[var(--measure)] flex-wrap items-start gap-x-6 gap-y-1 text-[15px] leading-6 text-soft">
        {moving && (
          <label className="figure-motion order-last flex items-center gap-2">
            <input type="checkbox" defaultChecked className="accent-accent" />
            Motion
          </label>
        )}
        <details className="grow basis-60">
          <summary className="cursor-pointer">The figure in words</summary>
          <div className="mt-2 text-ink">{words}</div>
        </details>
      </div>
    </figure>
  )
}
