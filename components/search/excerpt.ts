export interface ExcerptPart {
  text: string
  /** Whether this part is one of the words that were looked for. */
  hit: boolean
}

const length = 150

/** The stretch of a text around the first word that was found, in parts, the found words apart. */
export function excerpt(text: string, words: readonly string[]): ExcerptPart[] {
  const longestFirst = words.filter(Boolean).sort((a, b) => b.length - a.length)
  const found =
    longestFirst.length > 0 ? new RegExp(`(${longestFirst.map(escapePattern).join('|')})`, 'i') : null
  const at = found?.exec(text)?.index ?? 0
  const from = at < 50 ? 0 : text.indexOf(' ', at - 50) + 1
  const end = text.length - from <= length ? text.length : text.lastIndexOf(' ', from + length)
  const cut = `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`
  const parts = found ? cut.split(found) : [cut]
  return parts.map((part, index) => ({ text: part, hit: index % 2 === 1 })).filter((part) => part.text !== '')
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
