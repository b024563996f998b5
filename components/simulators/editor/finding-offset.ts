import type { EditorFinding } from './finding'

/**
 * Where a finding stands in a text, in UTF-16 units from its start. A place that the text does not have is the nearest
 * that it has.
 */
export function offsetOf(text: string, { line, column }: Pick<EditorFinding, 'line' | 'column'>): number {
  let start = 0
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) break
    start = end + 1
  }
  const end = text.indexOf('\n', start)
  return Math.min(start + column - 1, end < 0 ? text.length : end)
}
