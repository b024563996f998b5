import { beforeAll, expect, test } from 'vitest'
import { GET } from '../../app/api/auth/[...nextauth]/route'
import { hashPassword } from '../../lib/server/passwords'
import { findUser } from '../../lib/server/session'
import { sessionCookieName } from '../../lib/server/session-cookie'
import { askAuth, csrfToken } from '../support/auth-browser'
import { database } from '../support/database'
import { signedIn, Visitor } from '../support/visitor'

const password = 'tolerant-otter-lamp'
const email = 'ada@example.test'
const credentials = { email, password }

beforeAll(async () => {
  await database.user.create({ data: { email, passwordHash: await hashPassword(password) } })
})

async function signIn(
  visitor: Visitor,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const token = await csrfToken(visitor)
  return askAuth(visitor, 'callback/credentials', {
    form: { csrfToken: token, ...credentials, ...fields },
    headers,
  })
}

test('the endpoint signs in with e-mail, password and its CSRF token, by a cookie no script can read', async () => {
  const visitor = new Visitor()
  const response = await signIn(visitor, { callbackUrl: '/learn/x#y' })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('http://localhost:3000/learn/x#y')
  expect(await visitor.run(findUser)).not.toBeNull()
  const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith(sessionCookieName))
  expect(line).toMatch(/; HttpOnly/)
  expect(line).toMatch(/; SameSite=Lax/)
  expect(line).toMatch(/; Path=\//)
})

test.each([
  ['no token', { csrfToken: '' }, {}],
  ['another token', { csrfToken: 'f'.repeat(64) }, {}],
  ['another site as its origin', {}, { 'sec-fetch-site': 'cross-site' }],
  ['a sibling domain as its origin', {}, { 'sec-fetch-site': 'same-site' }],
])('a sign-in with %s is refused', async (_, fields, headers) => {
  const visitor = new Visitor()
  const response = await signIn(visitor, fields, headers)
  expect([302, 403]).toContain(response.status)
  expect(visitor.cookies.has(sessionCookieName)).toBe(false)
})

test('a CSRF token whose cookie another secret signed is refused', async () => {
  const visitor = new Visitor()
  visitor.cookies.set('next-auth.csrf-token', `${'a'.repeat(64)}|${'b'.repeat(64)}`)
  await askAuth(visitor, 'callback/credentials', { form: { ...credentials, csrfToken: 'a'.repeat(64) } })
  expect(visitor.cookies.has(sessionCookieName)).toBe(false)
})

test('a sign-out from another site is refused, and our own closes the session', async () => {
  const user = await database.user.findUniqueOrThrow({ where: { email } })
  const visitor = await signedIn(user)
  const token = await csrfToken(visitor)
  const cookie = visitor.cookies.get(sessionCookieName)!
  const refused = await askAuth(visitor, 'signout', {
    form: { csrfToken: token },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(refused.status).toBe(403)
  expect(await visitor.run(findUser)).toBe(user.id)
  await askAuth(visitor, 'signout', { form: { csrfToken: token } })
  expect(visitor.cookies.has(sessionCookieName)).toBe(false)
  visitor.cookies.set(sessionCookieName, cookie)
  expect(await visitor.run(findUser)).toBeNull()
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'http://localhost:3000@evil.example',
  'http://localhost:3000.evil.example',
  'https:evil.example',
  '\u2028//evil.example',
  'http://localhost:3001/x',
  '%2F%2Fevil.example',
])('after signing in with callbackUrl %j the browser stays with us', async (callbackUrl) => {
  const response = await signIn(new Visitor(), { callbackUrl })
  expect(new URL(response.headers.get('location')!).origin).toBe('http://localhost:3000')
  const asked = await askAuth(new Visitor(), 'signin', { query: { callbackUrl } })
  expect(asked.status).toBe(302)
  expect(asked.headers.get('location')).not.toMatch(/evil|javascript|3001/)
})

test('a callback URL planted in the cookie cannot lead away either', async () => {
  const visitor = new Visitor()
  for (const planted of ['https://evil.example', 'not a url', '//evil.example', '%']) {
    visitor.cookies.set('next-auth.callback-url', planted)
    const response = await signIn(visitor)
    expect(response.headers.get('location')).toBe('http://localhost:3000/')
  }
})

test('a wrong password leads back to the sign-in page by the name of the error', async () => {
  const visitor = new Visitor()
  const response = await signIn(visitor, { password: 'wrong-wrong-wrong' })
  expect(response.headers.get('location')).toContain('error=CredentialsSignin')
  const page = await askAuth(visitor, 'error', { query: { error: 'CredentialsSignin' } })
  expect(page.headers.get('location')).toContain('/api/auth/signin?error=CredentialsSignin')
  const last = await askAuth(visitor, 'signin', { query: { error: 'CredentialsSignin' } })
  expect(last.headers.get('location')).toMatch(/^(http:\/\/localhost:3000)?\/sign-in\?/)
})

test('too many guesses at the endpoint are answered with 429 and the wait', async () => {
  const target = { email: 'target@example.test', password: 'wrong-wrong-wrong', json: 'true' }
  for (let at = 0; at < 10; at++) expect((await signIn(new Visitor(), target)).status).toBe(401)
  const response = await signIn(new Visitor(), target)
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('the session endpoint tells a signed-in browser so, and nobody who they are', async () => {
  const user = await database.user.findUniqueOrThrow({ where: { email } })
  const visitor = await signedIn(user)
  expect(await (await askAuth(visitor, 'session')).json()).toEqual({ expires: expect.any(String) })
  expect(await visitor.run(findUser)).toBe(user.id)
  await database.session.deleteMany({ where: { userId: user.id } })
  expect(await (await askAuth(visitor, 'session')).json()).toEqual({})
})

test.each([
  ['_log'],
  ['unknown'],
  ['callback/email/x'],
  ['callback/github%0d%0ax'],
  ['session/x/y'],
  ['__proto__'],
])('%s is not there', async (path) => {
  expect((await askAuth(new Visitor(), path)).status).toBe(404)
  expect((await askAuth(new Visitor(), path, { form: {} })).status).toBe(404)
})

test('the endpoint needs no Origin to be read, and refuses a mailed link that another page opens', async () => {
  const query = { token: 'x', email }
  const elsewhere = await askAuth(new Visitor(), 'callback/email', {
    query,
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(elsewhere.status).toBe(403)
  const context = { params: Promise.resolve({ nextauth: ['providers'] }) }
  const listed = await new Visitor().run(() =>
    GET(new Request('http://localhost:3000/api/auth/providers'), context),
  )
  expect(Object.keys(await listed.json())).toEqual(['credentials'])
})
