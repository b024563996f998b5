import type { ComponentProps } from 'react'

/** A table that scrolls sideways in its own frame on a narrow screen, by keyboard too. */
export function ScrollTable(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group, as a region each would crowd the list of landmarks
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className="scroll-region" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </div>
  )
}

/** A header cell. The empty corner of a table with headers on two sides is no header. */
export function HeaderCell({ children, ...rest }: ComponentProps<'th'>) {
  return children ? (
    <th scope="col" {...rest}>
      {children}
    </th>
  ) : (
    <td {...rest} />
  )
}
