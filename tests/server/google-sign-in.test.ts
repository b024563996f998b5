import type { AuthOptions } from 'next-auth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authOptions } from '../../lib/server/auth-options'
import { googleProvider } from '../../lib/server/google-provider'
import { findUser } from '../../lib/server/session'
import { database } from '../support/database'
import { type GoogleClaims, startGoogle } from '../support/fake-google'
import { signInAt } from '../support/sign-in-at'
import { Visitor } from '../support/visitor'

const CLIENT = 'spanwise.apps.example.test'
let google: Awaited<ReturnType<typeof startGoogle>>
let options: AuthOptions

beforeAll(async () => {
  google = await startGoogle(CLIENT)
  options = authOptions([googleProvider(CLIENT, 'secret', google.url)])
})
afterAll(() => google.stop())

const anEmail = () => `${crypto.randomUUID()}@example.test`
const proven = (email: string): GoogleClaims => ({
  ...{ sub: crypto.randomUUID(), name: 'Ada', email, email_verified: true },
})
const signIn = (visitor: Visitor, claims: GoogleClaims, isForged?: boolean) =>
  signInAt(visitor, 'google', options, (away) => {
    google.become(claims, away, isForged)
    return {}
  })

test('a newcomer from Google gets an account with a proven address, and comes back to it', async () => {
  const claims = proven(anEmail())
  const visitor = new Visitor()
  visitor.cookies.set('spanwise-zone', 'Asia/Tokyo')
  expect(await signIn(visitor, claims)).toBe('http://localhost:3000/learn/x')
  const made = await visitor.run(findUser)
  const row = await database.user.findUniqueOrThrow({
    where: { id: made! },
    include: { accounts: true, sessions: true },
  })
  expect(row).toMatchObject({
    ...{ name: 'Ada', email: claims.email, zone: 'Asia/Tokyo', passwordHash: null },
    emailVerifiedAt: expect.any(Date),
    accounts: [{ provider: 'google', providerAccountId: claims.sub }],
    sessions: [{ openedBy: 'google' }],
  })
  const again = new Visitor()
  // Google's own word for who it is, is the subject: an address may change hands.
  await signIn(again, { ...claims, email: anEmail() })
  expect(await again.run(findUser)).toBe(made)
})

test('the browser is sent with a challenge, and asks for no more than who it is', async () => {
  await signInAt(new Visitor(), 'google', options, (away) => {
    expect(away.origin + away.pathname).toBe(`${google.url}/o/oauth2/v2/auth`)
    expect(Object.fromEntries(away.searchParams)).toMatchObject({
      ...{ client_id: CLIENT, response_type: 'code', scope: 'openid email profile' },
      redirect_uri: 'http://localhost:3000/api/auth/callback/google',
      code_challenge_method: 'S256',
    })
    google.become(proven(anEmail()), away)
    return {}
  })
})

test.each([
  ['said not to be proven', { email_verified: false }],
  // A string is not true: some providers write so, and who does has not said it in the agreed form.
  ['proven by a word only', { email_verified: 'true' }],
])('an address that is %s opens nothing, even where its account is there', async (_, claim) => {
  const email = anEmail()
  const owner = await database.user.create({ data: { email, emailVerifiedAt: new Date() } })
  const visitor = new Visitor()
  expect(await signIn(visitor, { ...proven(email), ...claim })).toBe('/sign-in?error=ProviderEmail')
  expect(await visitor.run(findUser)).toBeNull()
  expect(await database.account.count({ where: { userId: owner.id } })).toBe(0)
})

test.each<[string, GoogleClaims, boolean?]>([
  ['signed by another key', {}, true],
  ['made for another site', { aud: 'another.apps.example.test' }],
  ['made by another issuer', { iss: 'https://accounts.example.test' }],
  ['past its time', { exp: 1_700_000_000 }],
])('a token that is %s is refused', async (_, claim, isForged) => {
  const email = anEmail()
  const visitor = new Visitor()
  expect(await signIn(visitor, { ...proven(email), ...claim }, isForged)).toContain('error=OAuthCallback')
  expect(await visitor.run(findUser)).toBeNull()
  expect(await database.user.count({ where: { email } })).toBe(0)
})

test('a code that another browser asked for is refused: its proof is in that browser’s cookie', async () => {
  const email = anEmail()
  const thief = new Visitor()
  let asked: URL | undefined
  await signInAt(new Visitor(), 'google', options, (away) => {
    asked = away
    return { code: '' }
  })
  const ended = await signInAt(thief, 'google', options, () => {
    google.become(proven(email), asked!)
    return {}
  })
  expect(ended).toContain('error=OAuthCallback')
  expect(await thief.run(findUser)).toBeNull()
})
