import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createUser, database } from '../support/database'
import { form } from '../support/form'
import { type Mailbox, startMailbox } from '../support/mailbox'
import { signedIn, Visitor } from '../support/visitor'

let mailbox: Mailbox
let door: typeof import('../support/auth-browser')
let sendLink: typeof import('../../lib/actions/send-link').sendLink
let signUp: typeof import('../../lib/actions/sign-up').signUp
let findUser: typeof import('../../lib/server/session').findUser
let hashPassword: typeof import('../../lib/server/passwords').hashPassword

beforeAll(async () => {
  mailbox = await startMailbox()
  process.env.EMAIL_SERVER = mailbox.url
  process.env.EMAIL_FROM = 'Spanwise <course@example.test>'
  // The environment is read once, at import: what was loaded so far had no mail.
  vi.resetModules()
  door = await import('../support/auth-browser')
  ;({ sendLink } = await import('../../lib/actions/send-link'))
  ;({ signUp } = await import('../../lib/actions/sign-up'))
  ;({ findUser } = await import('../../lib/server/session'))
  ;({ hashPassword } = await import('../../lib/server/passwords'))
})

afterAll(() => mailbox.stop())

const anEmail = () => `${crypto.randomUUID()}@example.test`

/** Asks for a link and answers it, as its page's button would send it. */
async function receiveLink(visitor: Visitor, email: string, fields: Record<string, string> = {}) {
  expect(await visitor.redirectOf(() => sendLink(null, form({ email, ...fields })))).toBe('/check-mail')
  return Object.fromEntries((await mailbox.linkTo(email)).searchParams)
}

test('a newcomer asks for a link, opens it, and has an account with a proven address, in their zone', async () => {
  const visitor = new Visitor()
  const email = anEmail()
  const link = await receiveLink(visitor, email, { zone: 'Asia/Tokyo', from: '/learn/x#y' })
  const response = await door.askAuth(visitor, 'callback/email', { query: link })
  expect(response.headers.get('location')).toBe('http://localhost:3000/learn/x#y')
  const user = await database.user.findUniqueOrThrow({ where: { email }, include: { sessions: true } })
  expect(user).toMatchObject({ zone: 'Asia/Tokyo', passwordHash: null, emailVerifiedAt: expect.any(Date) })
  expect(user.sessions).toMatchObject([{ openedBy: 'email' }])
  expect(await visitor.run(findUser)).toBe(user.id)
})

test('the link leads to our page, names no account, and its token is kept hashed', async () => {
  const [known, unknown] = [(await createUser()).email, anEmail()]
  await receiveLink(new Visitor(), known)
  await receiveLink(new Visitor(), unknown)
  const [first, second] = await Promise.all([known, unknown].map((email) => mailbox.linkTo(email)))
  expect(first!.origin + first!.pathname).toBe('http://localhost:3000/sign-in/link')
  expect(second!.origin + second!.pathname).toBe('http://localhost:3000/sign-in/link')
  const plain = (email: string, link: URL) =>
    mailbox.mails
      .find(({ to }) => to.includes(email))!
      .text.split('\n\n')
      .slice(1)
      .join('\n\n')
      .replace(link.href, '')
  expect(plain(known, first!)).toBe(plain(unknown, second!))
  const row = await database.verificationToken.findFirstOrThrow({ where: { identifier: unknown } })
  expect(row.token).not.toContain(second!.searchParams.get('token'))
  const inMinutes = (row.expires.getTime() - Date.now()) / 60_000
  expect(inMinutes).toBeGreaterThan(29)
  expect(inMinutes).toBeLessThanOrEqual(30)
})

test('a link works once, also when it is opened twice at the same moment', async () => {
  const email = anEmail()
  const link = await receiveLink(new Visitor(), email)
  const visitors = [new Visitor(), new Visitor(), new Visitor()]
  await Promise.all(visitors.map((visitor) => door.askAuth(visitor, 'callback/email', { query: link })))
  const users = await Promise.all(visitors.map((visitor) => visitor.run(findUser)))
  expect(users.filter((user) => user !== null)).toHaveLength(1)
  const late = await door.askAuth(new Visitor(), 'callback/email', { query: link })
  expect(late.headers.get('location')).toContain('error=Verification')
})

test('a link that is too old, or another address on it, opens nothing', async () => {
  const email = anEmail()
  const link = await receiveLink(new Visitor(), email)
  const other = await door.askAuth(new Visitor(), 'callback/email', {
    query: { ...link, email: (await createUser()).email },
  })
  expect(other.headers.get('location')).toContain('error=Verification')
  await database.verificationToken.updateMany({ data: { expires: new Date(Date.now() - 1) } })
  const visitor = new Visitor()
  const response = await door.askAuth(visitor, 'callback/email', { query: link })
  expect(response.headers.get('location')).toContain('error=Verification')
  expect(await visitor.run(findUser)).toBeNull()
})

test('who first proves the mailbox has the account alone: an earlier password and its sessions are gone', async () => {
  const email = anEmail()
  const data = { email, passwordHash: await hashPassword('the-squatters-own-words') }
  const squatter = await signedIn(await database.user.create({ data }))
  expect(await squatter.run(findUser)).not.toBeNull()
  const owner = new Visitor()
  await door.askAuth(owner, 'callback/email', { query: await receiveLink(owner, email) })
  expect(await owner.run(findUser)).not.toBeNull()
  expect(await squatter.run(findUser)).toBeNull()
  const user = await database.user.findUniqueOrThrow({ where: { email } })
  expect(user).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) })
})

test('who is signed in to the account and proves its mailbox keeps the password, then and later', async () => {
  const email = anEmail()
  const passwordHash = await hashPassword('the-owners-own-words')
  const visitor = await signedIn(await database.user.create({ data: { email, passwordHash } }))
  await door.askAuth(visitor, 'callback/email', { query: await receiveLink(visitor, email) })
  expect(await database.user.findUniqueOrThrow({ where: { email } })).toMatchObject({
    passwordHash,
    emailVerifiedAt: expect.any(Date),
  })
  const later = new Visitor()
  await door.askAuth(later, 'callback/email', { query: await receiveLink(later, email) })
  expect(await database.user.findUniqueOrThrow({ where: { email } })).toMatchObject({ passwordHash })
})

test('where mail works, signing up by password alone is closed', async () => {
  const fields = { email: anEmail(), password: 'tolerant-otter-lamp' }
  expect(await new Visitor().run(() => signUp(null, form(fields)))).toMatchObject({
    ok: false,
    code: 'unavailable',
  })
  expect(await database.user.count({ where: { email: fields.email } })).toBe(0)
})

test('one address is mailed at most five times an hour', async () => {
  const email = anEmail()
  for (let at = 0; at < 5; at++) await receiveLink(new Visitor(), email)
  const answer = await new Visitor().run(() => sendLink(null, form({ email })))
  expect(answer).toMatchObject({ ok: false, code: 'too_many', retryAfterS: expect.any(Number) })
  expect(mailbox.mails.filter(({ to }) => to.includes(email))).toHaveLength(5)
})

test('a mailbox that the mail server refuses is said to be so', async () => {
  const answer = await new Visitor().run(() => sendLink(null, form({ email: `refused-${anEmail()}` })))
  expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('could not be sent') })
})

test.each([
  'a@b.test,c@d.test',
  'a@b.test\r\nBcc: c@d.test',
  '"x"@b.test',
  'a@b.test c@d.test',
  '<a@b.test>',
])('a mail to %j is not sent', async (email) => {
  const before = mailbox.mails.length
  expect(await new Visitor().run(() => sendLink(null, form({ email })))).toMatchObject({
    fields: { email: expect.any(String) },
  })
  expect(mailbox.mails.length).toBe(before)
})
