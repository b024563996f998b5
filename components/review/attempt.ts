import type { CardFace } from '@/lib/content/card-face'

/** What the learner has done with a card before its answer is shown. */
export interface Attempt {
  /** kind `choice`: the option taken */
  picked: number | null
  /** kind `order`: for each place, the item that stands there */
  places: readonly number[]
}

/** Whether the attempt is right; null for a card that only the learner can judge, and before an attempt. */
export function isAttemptRight(face: CardFace, { picked, places }: Attempt): boolean | null {
  if (face.choices) return picked === null ? null : face.choices[picked]?.correct === true
  if (face.items) return places.every((item, place) => item === place)
  return null
}
