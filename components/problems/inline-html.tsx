/** A line of a problem, made here from the generator's own Markdown; raw HTML in it is escaped. */
export function InlineHtml({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own Markdown, in which HTML is escaped
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
