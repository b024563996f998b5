import { form } from './form'
import { Visitor } from './visitor'

export const password = 'tolerant-otter-lamp'
export const anEmail = () => `${crypto.randomUUID()}@example.test`

/** Someone who has just signed up through the form, in their browser. */
export async function newcomer() {
  const { signUp } = await import('../../lib/actions/sign-up')
  const { requireUser } = await import('../../lib/server/session')
  const visitor = new Visitor()
  const email = anEmail()
  await visitor.redirectOf(() => signUp(null, form({ email, password, zone: 'Asia/Tokyo' })))
  return { visitor, email, user: await visitor.run(requireUser) }
}
