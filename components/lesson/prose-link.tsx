import type { ComponentProps } from 'react'

/** A link in running text. One that leaves the site tells it nothing about where the reader came from. */
export function ProseLink({ href = '', ...rest }: ComponentProps<'a'>) {
  const leaves = /^https?:/.test(href)
  return <a href={href} rel={leaves ? 'noreferrer' : undefined} {...rest} />
}
