import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { env } from '../../lib/server/env'
import { findUser, requireUser } from '../../lib/server/session'
import { sealSession, sessionCookieName } from '../../lib/server/session-cookie'
import { closeSession, closeSessions, openSession, SESSION_DAYS } from '../../lib/server/sessions'
import { createUser, database } from '../support/database'
import { signedIn, Visitor } from '../support/visitor'

const day = 86_400_000

test('a visitor with a session is its user, and one without is nobody', async () => {
  const user = await createUser()
  expect(await (await signedIn(user)).run(findUser)).toBe(user.id)
  expect(await new Visitor().run(findUser)).toBeNull()
})

test('a copied cookie stops working once its session is closed', async () => {
  const user = await createUser()
  const owner = await signedIn(user)
  const thief = new Visitor()
  for (const [name, value] of owner.cookies) thief.cookies.set(name, value)
  expect(await thief.run(findUser)).toBe(user.id)
  await database.session.findFirstOrThrow({ where: { userId: user.id } }).then(({ id }) => closeSession(id))
  expect(await thief.run(findUser)).toBeNull()
})

test('signing out everywhere but here leaves one browser signed in', async () => {
  const user = await createUser()
  const stranger = await signedIn(await createUser())
  const elsewhere = await signedIn(user)
  const here = new Visitor()
  const session = await openSession(user.id)
  here.cookies.set(sessionCookieName, await sealSession(session))
  const id = await here.run(requireUser)
  expect(await closeSessions(id, session)).toBe(1)
  expect(await here.run(findUser)).toBe(user.id)
  expect(await elsewhere.run(findUser)).toBeNull()
  expect(await stranger.run(findUser)).not.toBeNull()
})

test.each([
  ['garbage', async () => 'x.y.z'],
  [
    'a token under another secret',
    async () => encode({ token: { session: crypto.randomUUID() }, secret: 'other' }),
  ],
  ['a session that never was', async () => sealSession(crypto.randomUUID())],
  [
    'a token of ours that names no session',
    async () => encode({ token: { sub: 'x' }, secret: env.NEXTAUTH_SECRET }),
  ],
  [
    'a session that is no id',
    async () => encode({ token: { session: "' or 1=1" }, secret: env.NEXTAUTH_SECRET }),
  ],
])('%s in the cookie is a signed-out visitor', async (_, value) => {
  const visitor = new Visitor()
  visitor.cookies.set(sessionCookieName, await value())
  expect(await visitor.run(findUser)).toBeNull()
})

test('a session ends when nobody has used it for its lifetime, and each day of use moves the end', async () => {
  const user = await createUser()
  const visitor = await signedIn(user)
  const expire = (inMs: number) =>
    database.session.updateMany({
      where: { userId: user.id },
      data: { expiresAt: new Date(Date.now() + inMs) },
    })
  await expire(2 * day)
  expect(await visitor.run(findUser)).toBe(user.id)
  const { expiresAt } = await database.session.findFirstOrThrow({ where: { userId: user.id } })
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan((SESSION_DAYS - 1) * day)
  await expire(-1)
  expect(await visitor.run(findUser)).toBeNull()
})

test('whoever must sign in first is brought back to where they were', async () => {
  const visitor = new Visitor({ 'x-path': '/review?full=1' })
  expect(await visitor.redirectOf(() => requireUser())).toBe('/sign-in?from=%2Freview%3Ffull%3D1')
  expect(await visitor.redirectOf(() => requireUser('/learn/x#y'))).toBe('/sign-in?from=%2Flearn%2Fx%23y')
  expect(await visitor.redirectOf(() => requireUser('//evil.example'))).toBe('/sign-in')
})
