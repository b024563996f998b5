import 'server-only'

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** A field of Anki's, HTML, as Markdown: emphasis, code, lines and lists stay; pictures and sound go. */
export function toMarkdown(html: string): string {
  return html
    .replace(/\[sound:[^\]]*\]/g, '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/[\\`*_[\]]/g, '\\$&')
    .replace(/\r?\n/g, ' ')
    .replace(/<(?:b|strong)\b[^>]*>([^<]*)<\/(?:b|strong)>/gi, (_, text: string) => wrap(text, '**'))
    .replace(/<(?:i|em)\b[^>]*>([^<]*)<\/(?:i|em)>/gi, (_, text: string) => wrap(text, '*'))
    .replace(/<code\b[^>]*>([^<]*)<\/code>/gi, (_, text: string) => wrap(text.replace(/\\(.)/g, '$1'), '`'))
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<(?:br|hr)\b[^>]*>|<\/(?:div|p|ul|ol|tr|h\d)>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return entities[name.toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function wrap(text: string, mark: string): string {
  return text.trim() === '' ? text : `${mark}${text.trim()}${mark}`
}
