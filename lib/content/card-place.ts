import type { CardFace } from './card-face'

/** The address of the paragraph that a card came from; null for one that came from none. */
export function placeHref({ lesson, heading }: Pick<CardFace, 'lesson' | 'heading'>): string | null {
  return lesson === null ? null : `/learn/${lesson}${heading === null ? '' : `#${heading}`}`
}
