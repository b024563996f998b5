import type { AuthOptions } from 'next-auth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authOptions } from '../../lib/server/auth-options'
import { githubProvider } from '../../lib/server/github-provider'
import { findUser } from '../../lib/server/session'
import { database } from '../support/database'
import { type GitHubUser, startGitHub } from '../support/fake-github'
import { signInAt } from '../support/sign-in-at'
import { signedIn, Visitor } from '../support/visitor'

let github: Awaited<ReturnType<typeof startGitHub>>
let options: AuthOptions
let lastId = 1000

beforeAll(async () => {
  github = await startGitHub()
  options = authOptions([githubProvider('id', 'secret', { site: github.url, api: github.url })])
})
afterAll(() => github.stop())

const anEmail = () => `${crypto.randomUUID()}@example.test`
const provenUser = (email: string): GitHubUser => ({
  id: ++lastId,
  name: 'Ada',
  emails: [{ email, primary: true, verified: true }],
})

const signIn = (visitor: Visitor, user: GitHubUser, tamper: Record<string, string> = {}) =>
  signInAt(visitor, 'github', options, (away) => {
    expect(away.origin + away.pathname).toBe(`${github.url}/login/oauth/authorize`)
    expect(away.searchParams.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/github')
    github.become(user)
    return tamper
  })

test('a newcomer from GitHub gets an account with a proven address, and comes back to it', async () => {
  const user = provenUser(anEmail().toUpperCase())
  const visitor = new Visitor()
  visitor.cookies.set('spanwise-zone', 'Asia/Tokyo')
  expect(await signIn(visitor, user)).toBe('http://localhost:3000/learn/x')
  const made = await visitor.run(findUser)
  const row = await database.user.findUniqueOrThrow({
    where: { id: made! },
    include: { accounts: true, sessions: true },
  })
  expect(row).toMatchObject({
    name: 'Ada',
    zone: 'Asia/Tokyo',
    passwordHash: null,
    emailVerifiedAt: expect.any(Date),
  })
  expect(row.email).toBe(user.emails[0]!.email.toLowerCase())
  expect(row.sessions).toMatchObject([{ openedBy: 'github' }])
  const again = new Visitor()
  await signIn(again, user)
  expect(await again.run(findUser)).toBe(made)
  expect(row.accounts).toHaveLength(1)
})

test('proof on both sides joins a login to the account with its address', async () => {
  const email = anEmail()
  const owner = await database.user.create({ data: { email, emailVerifiedAt: new Date() } })
  const visitor = new Visitor()
  await signIn(visitor, provenUser(email))
  expect(await visitor.run(findUser)).toBe(owner.id)
})

test('an account whose address nobody has proven is not handed over, and says why', async () => {
  const email = anEmail()
  await database.user.create({ data: { email, passwordHash: 'x' } })
  const visitor = new Visitor()
  expect(await signIn(visitor, provenUser(email))).toBe('/sign-in?error=OAuthAccountNotLinked')
  expect(await visitor.run(findUser)).toBeNull()
  expect(await database.account.count({ where: { user: { email } } })).toBe(0)
})

test.each([
  ['unproven', [{ primary: true, verified: false }]],
  ['proven but not the primary one', [{ primary: false, verified: true }]],
  ['missing', []],
])('a GitHub address that is %s opens nothing and makes nothing', async (_, kinds) => {
  const email = anEmail()
  const owner = await database.user.create({ data: { email, emailVerifiedAt: new Date() } })
  const visitor = new Visitor()
  const emails = kinds.map((kind) => ({ email, ...kind }))
  expect(await signIn(visitor, { id: ++lastId, name: null, emails })).toBe('/sign-in?error=ProviderEmail')
  expect(await visitor.run(findUser)).toBeNull()
  expect(await database.account.count({ where: { userId: owner.id } })).toBe(0)
})

test('a login is its account’s by its id, even after the address at GitHub has become somebody else’s', async () => {
  const user = provenUser(anEmail())
  const first = new Visitor()
  await signIn(first, user)
  const other = await database.user.create({ data: { email: anEmail(), emailVerifiedAt: new Date() } })
  const later = new Visitor()
  await signIn(later, { ...user, emails: [{ email: other.email, primary: true, verified: true }] })
  expect(await later.run(findUser)).toBe(await first.run(findUser))
})

test('someone signed in cannot be joined to another’s login', async () => {
  const victim = await database.user.create({ data: { email: anEmail(), emailVerifiedAt: new Date() } })
  const visitor = await signedIn(victim)
  expect(await signIn(visitor, provenUser(anEmail()))).toBe('/sign-in?error=AlreadySignedIn')
  expect(await visitor.run(findUser)).toBe(victim.id)
  expect(await database.account.count({ where: { userId: victim.id } })).toBe(0)
})

test('an answer whose state this browser did not ask for is refused', async () => {
  for (const tamper of [{ state: 'forged' }, { state: '' }]) {
    const visitor = new Visitor()
    expect(await signIn(visitor, provenUser(anEmail()), tamper)).toContain('error=OAuthCallback')
    expect(await visitor.run(findUser)).toBeNull()
  }
})

test('two first logins at once make one account', async () => {
  const user = provenUser(anEmail())
  await Promise.allSettled([signIn(new Visitor(), user), signIn(new Visitor(), user)])
  expect(await database.user.count({ where: { email: user.emails[0]!.email } })).toBe(1)
})
