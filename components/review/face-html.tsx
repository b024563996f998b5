import { cn } from '../ui/cn'

/** A piece of a card as the server made it from the card's Markdown; raw HTML in a card was escaped there. */
export function FaceHtml({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own server from our own content
  return <div className={cn('prose face', className)} dangerouslySetInnerHTML={{ __html: html }} />
}

/** A card's HTML as plain words, for a label. */
export function faceText(html: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .trim()
}
