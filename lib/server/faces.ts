import 'server-only'
import type { CardFace } from '@/lib/content/card-face'
import { isOwnCardId } from '@/lib/content/own-card-id'
import { findCardFace } from './content'
import { findOwnFaces } from './own-cards'
import type { UserId } from './session'

/** The faces of the named cards, of the course's and of the learner's own, by id; deleted ones are left out. */
export async function findFaces(user: UserId, ids: readonly string[]): Promise<Map<string, CardFace>> {
  const own = await findOwnFaces(user, ids.filter(isOwnCardId))
  return new Map(
    ids.flatMap((id) => {
      const face = own.get(id) ?? findCardFace(id)
      return face ? [[id, face]] : []
    }),
  )
}
