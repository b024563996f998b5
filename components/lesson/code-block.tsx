import type { ComponentProps } from 'react'

/** A block of code, coloured at build time. It can be focused, so that the keyboard can scroll it. */
export function CodeBlock({ title, children, ...rest }: ComponentProps<'pre'>) {
  return (
    <div className="code-block">
      {title ? <div className="code-block-title">{title}</div> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre {...rest} tabIndex={0}>
        {children}
      </pre>
    </div>
  )
}
