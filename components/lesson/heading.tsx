import type { ComponentProps } from 'react'

/** A heading that is a link to itself, so that a reader can copy its address. */
export function Heading2({ id, children, ...rest }: ComponentProps<'h2'>) {
  return (
    <h2 id={id} {...rest}>
      <a className="heading-link" href={`#${id}`}>
        {children}
      </a>
    </h2>
  )
}

export function Heading3({ id, children, ...rest }: ComponentProps<'h3'>) {
  return (
    <h3 id={id} {...rest}>
      <a className="heading-link" href={`#${id}`}>
        {children}
      </a>
    </h3>
  )
}

export function Heading4({ id, children, ...rest }: ComponentProps<'h4'>) {
  return (
    <h4 id={id} {...rest}>
      <a className="heading-link" href={`#${id}`}>
        {children}
      </a>
    </h4>
  )
}
