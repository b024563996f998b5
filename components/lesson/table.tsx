import type { ComponentProps } from 'react'

/** A table that scrolls sideways in its own frame on a narrow screen, by keyboard too. */
export function ScrollTable(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-region" aria-label="Table" tabIndex={0}>
      <table {...props} />
    </section>
  )
}
