import 'server-only'
import type { Transaction } from './database'
import type { UserId } from './session'

/** Which of these ids are cards that the learner wrote, the deleted ones included: their reviews stay. */
export async function findOwnCardIds(
  tx: Transaction,
  user: UserId,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM own_cards WHERE user_id = $1 AND id = ANY($2)',
    [user, ids],
  )
  return new Set(rows.map((row) => row.id))
}
