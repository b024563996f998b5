import { micromark } from 'micromark'

/** Markdown as HTML; raw HTML in it is escaped, and links lead to no script. */
export function blockHtml(markdown: string): string {
  return micromark(markdown.trim())
}

/** One paragraph's inside, for a place that has a box of its own. */
export function inlineHtml(markdown: string): string {
  return blockHtml(markdown).replace(/^<p>([\s\S]*)<\/p>$/, '$1')
}
