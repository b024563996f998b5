'use server'

import { editCardInput } from '../review/card-input'
import { editOwnCard } from '../server/own-cards'
import { userAction } from '../server/user-action'

const run = userAction(editCardInput, (user, { cardId, ...words }) =>
  editOwnCard(user, { id: cardId, ...words }),
)

/** Writes a card of the learner's own anew. */
export async function editCard(_previous: unknown, form: FormData) {
  return run(form)
}
