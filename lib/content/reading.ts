import type { CardFace } from './card-face'
import type { Access, LessonSection } from './outline'

/** What a page tells a lesson about this reading of it; each Section and Recall of the lesson receives it. */
export interface Reading {
  lesson: string
  access: Access
  sections: readonly Pick<LessonSection, 'id' | 'title'>[]
  /** The face of a card; null for an id that no card has. */
  findFace: (cardId: string) => CardFace | null
}
