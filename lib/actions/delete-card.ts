'use server'

import { redirect } from 'next/navigation'
import { namedCardInput } from '../review/card-input'
import { deleteOwnCard } from '../server/own-cards'
import { userAction } from '../server/user-action'

const run = userAction(namedCardInput, async (user, { cardId }) => {
  const deleted = await deleteOwnCard(user, cardId)
  if (deleted.ok) redirect('/cards')
  return deleted
})

/** Deletes a card of the learner's own, and leads back to the deck. Its reviews stay in the log. */
export async function deleteCard(_previous: unknown, form: FormData) {
  return run(form)
}
