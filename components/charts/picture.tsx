import type { ReactNode } from 'react'

export interface Drawing {
  width: number
  height: number
  drawing: ReactNode
}

interface Props extends Drawing {
  /** Unique on the page: the ids of title and description are made from it. */
  id: string
  title: string
  description: string
  className: string
}

/** One layout of a drawn picture, with its name and what is to be seen. */
export function Picture({ id, title, description, className, width, height, drawing }: Props) {
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      className={`h-auto w-full ${className}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {drawing}
    </svg>
  )
}
