import { findUser } from '@/lib/server/session'

/** How many cards wait, beside the word Review. */
export async function DueCount() {
  const user = await findUser()
  if (!user) return null
  return null
}
