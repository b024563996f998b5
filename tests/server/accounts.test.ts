import * as argon2 from '@node-rs/argon2'
import { beforeEach, expect, test, vi } from 'vitest'
import { changePassword } from '../../lib/actions/change-password'
import { changeProfile } from '../../lib/actions/change-profile'
import { deleteAccount } from '../../lib/actions/delete-account'
import { signIn } from '../../lib/actions/sign-in'
import { signOut } from '../../lib/actions/sign-out'
import { signOutEverywhere } from '../../lib/actions/sign-out-everywhere'
import { signUp } from '../../lib/actions/sign-up'
import { findUser, requireUser } from '../../lib/server/session'
import { sessionCookieName } from '../../lib/server/session-cookie'
import { getSettings } from '../../lib/server/settings'
import { database } from '../support/database'
import { form } from '../support/form'
import { signedIn, Visitor } from '../support/visitor'

// The real library, with its calls to verify counted.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const password = 'tolerant-otter-lamp'
const anEmail = () => `${crypto.randomUUID()}@example.test`

async function newcomer(fields: Record<string, string> = {}) {
  const visitor = new Visitor()
  const email = fields.email ?? anEmail()
  await visitor.redirectOf(() => signUp(null, form({ email, password, zone: 'Asia/Tokyo', ...fields })))
  return { visitor, email, user: await visitor.run(requireUser) }
}

beforeEach(() => {
  vi.mocked(argon2.verify).mockClear()
})

test('signing up makes an account, signs in to it, and goes on to where one came from', async () => {
  const visitor = new Visitor()
  const email = anEmail()
  const fields = { email: ` ${email.toUpperCase()} `, password, zone: 'Asia/Tokyo', from: '/learn/x#y' }
  expect(await visitor.redirectOf(() => signUp(null, form(fields)))).toBe('/learn/x#y')
  const user = await database.user.findUniqueOrThrow({ where: { email } })
  expect(await visitor.run(findUser)).toBe(user.id)
  expect(user).toMatchObject({ zone: 'Asia/Tokyo', emailVerifiedAt: null, dayStartsAt: 4 })
  expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a second account with the same e-mail is not made, in whatever case it is typed', async () => {
  const { email } = await newcomer()
  const answer = await new Visitor().run(() => signUp(null, form({ email: email.toUpperCase(), password })))
  expect(answer).toMatchObject({
    ok: false,
    code: 'conflict',
    fields: { email: expect.stringContaining('Sign in') },
  })
})

test('two sign-ups with one e-mail at once make one account', async () => {
  const email = anEmail()
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => new Visitor().run(() => signUp(null, form({ email, password })))),
  )
  expect(tries.filter((one) => one.status === 'rejected')).toHaveLength(1)
  expect(await database.user.count({ where: { email } })).toBe(1)
})

test.each([
  [{ email: 'not-an-address' }, 'email'],
  [{ email: '' }, 'email'],
  [{ email: 'a\u0000b@example.test' }, 'email'],
  [{ password: 'short' }, 'password'],
  [{ password: 'password123' }, 'password'],
])('a sign-up with %j says which field is at fault', async (fields, name) => {
  const answer = await new Visitor().run(() => signUp(null, form({ email: anEmail(), password, ...fields })))
  expect(answer).toMatchObject({ ok: false, code: 'invalid', fields: { [name]: expect.any(String) } })
})

test('an unknown e-mail, a wrong password and an account without one get one answer for one argon2 verification', async () => {
  const { email } = await newcomer()
  const passwordless = await database.user.create({ data: { email: anEmail() } })
  const answers = []
  for (const who of [email, anEmail(), passwordless.email]) {
    vi.mocked(argon2.verify).mockClear()
    const visitor = new Visitor()
    const answer = await visitor.run(() => signIn(null, form({ email: who, password: 'wrong-wrong-wrong' })))
    answers.push({
      answer,
      work: vi.mocked(argon2.verify).mock.calls.length,
      cookies: visitor.cookies.has(sessionCookieName),
    })
  }
  expect(answers[0]).toMatchObject({
    answer: { ok: false, code: 'unauthenticated' },
    work: 1,
    cookies: false,
  })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('what an unknown e-mail is compared with costs what a real hash costs', async () => {
  await new Visitor().run(() => signIn(null, form({ email: anEmail(), password })))
  const compared = String(vi.mocked(argon2.verify).mock.calls[0]?.[0])
  expect(compared).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('guesses at one account stop after ten, from whatever addresses, and the right password waits too', async () => {
  const { email } = await newcomer()
  const guess = (at: number, typed = 'wrong-wrong-wrong') =>
    new Visitor({ 'x-peer-address': `192.0.2.${at}` }).run(() =>
      signIn(null, form({ email, password: typed })),
    )
  for (let at = 1; at <= 10; at++) expect(await guess(at)).toMatchObject({ code: 'unauthenticated' })
  vi.mocked(argon2.verify).mockClear()
  expect(await guess(11, password)).toMatchObject({
    code: 'too_many',
    message: expect.stringMatching(/15 minutes/),
  })
  expect(argon2.verify).not.toHaveBeenCalled()
})

test('guesses from one address stop too, whichever accounts they aim at', async () => {
  const address = { 'x-peer-address': '198.51.100.77' }
  vi.mocked(argon2.verify).mockResolvedValue(false)
  const guess = () => new Visitor(address).run(() => signIn(null, form({ email: anEmail(), password })))
  for (let at = 1; at <= 100; at++) expect(await guess()).toMatchObject({ code: 'unauthenticated' })
  expect(await guess()).toMatchObject({ code: 'too_many' })
  vi.mocked(argon2.verify).mockReset()
})

test('signing in forgets the guesses before it', async () => {
  const { email } = await newcomer()
  const attempt = (typed: string) => new Visitor().run(() => signIn(null, form({ email, password: typed })))
  for (let round = 0; round < 3; round++) {
    for (let at = 0; at < 8; at++)
      expect(await attempt('wrong-wrong-wrong')).toMatchObject({ code: 'unauthenticated' })
    await expect(attempt(password)).rejects.toThrow('NEXT_REDIRECT')
  }
})

test('signing in makes a session of its own, and the one this browser had before ends', async () => {
  const { email, user } = await newcomer()
  const planted = await signedIn(await database.user.create({ data: { email: anEmail() } }))
  const before = planted.cookies.get(sessionCookieName)
  await planted.redirectOf(() => signIn(null, form({ email, password })))
  expect(planted.cookies.get(sessionCookieName)).not.toBe(before)
  expect(await planted.run(findUser)).toBe(user)
  const attacker = new Visitor()
  attacker.cookies.set(sessionCookieName, before!)
  expect(await attacker.run(findUser)).toBeNull()
})

test('a hash of another cost is made anew when its password is next given', async () => {
  const { email } = await newcomer()
  const old = await argon2.hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  await database.user.update({ where: { email }, data: { passwordHash: old } })
  await new Visitor().redirectOf(() => signIn(null, form({ email, password })))
  const { passwordHash } = await database.user.findUniqueOrThrow({ where: { email } })
  expect(passwordHash).toMatch(/m=19456,t=2,p=1/)
  await new Visitor().redirectOf(() => signIn(null, form({ email, password })))
})

test('signing out ends the session for good, also for a copy of the cookie', async () => {
  const { visitor } = await newcomer()
  const copy = new Visitor()
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
  expect(await visitor.redirectOf(signOut)).toBe('/')
  expect(visitor.cookies.has(sessionCookieName)).toBe(false)
  expect(await copy.run(findUser)).toBeNull()
  expect(await copy.redirectOf(signOut)).toBe('/')
})

test('signing out everywhere ends every session of the account and no other', async () => {
  const { visitor, email } = await newcomer()
  const other = new Visitor()
  await other.redirectOf(() => signIn(null, form({ email, password })))
  const stranger = await newcomer()
  expect(await visitor.redirectOf(signOutEverywhere)).toBe('/sign-in?notice=signed-out')
  expect(await other.run(findUser)).toBeNull()
  expect(await stranger.visitor.run(findUser)).toBe(stranger.user)
})

test('a new password takes the current one, and signs out every other browser', async () => {
  const { visitor, email, user } = await newcomer()
  const other = new Visitor()
  await other.redirectOf(() => signIn(null, form({ email, password })))
  const next = 'another-otter-lamp'
  const change = (fields: Record<string, string>) => visitor.run(() => changePassword(null, form(fields)))
  expect(await change({ current: 'wrong', password: next })).toMatchObject({
    fields: { current: expect.any(String) },
  })
  expect(await change({ password: next })).toMatchObject({ code: 'invalid' })
  expect(await change({ current: password, password: 'password123' })).toMatchObject({
    fields: { password: expect.any(String) },
  })
  expect(await other.run(findUser)).toBe(user)
  expect(await change({ current: password, password: next })).toEqual({ ok: true, value: { signedOut: 1 } })
  expect(await visitor.run(findUser)).toBe(user)
  expect(await other.run(findUser)).toBeNull()
  expect(await new Visitor().run(() => signIn(null, form({ email, password })))).toMatchObject({ ok: false })
  await new Visitor().redirectOf(() => signIn(null, form({ email, password: next })))
})

test('a stolen session cannot guess the current password for long', async () => {
  const { visitor } = await newcomer()
  const guess = (current: string) =>
    visitor.run(() => changePassword(null, form({ current, password: 'another-otter-lamp' })))
  for (let at = 0; at < 10; at++) expect(await guess(`guess-${at}`)).toMatchObject({ code: 'invalid' })
  expect(await guess(password)).toMatchObject({ code: 'too_many' })
})

test('a fresh mailed link stands in for a forgotten password, and an old one does not', async () => {
  const { visitor, user } = await newcomer()
  await database.session.updateMany({ where: { userId: user }, data: { openedBy: 'email' } })
  const change = () => visitor.run(() => changePassword(null, form({ password: 'another-otter-lamp' })))
  expect(await change()).toMatchObject({ ok: true })
  await database.session.updateMany({
    where: { userId: user },
    data: { createdAt: new Date(Date.now() - 16 * 60_000) },
  })
  expect(await change()).toMatchObject({ ok: false, code: 'invalid' })
})

test('deleting an account takes everything in it, the log too, and leaves everybody else alone', async () => {
  const { visitor, email, user } = await newcomer()
  const stranger = await newcomer()
  for (const userId of [user, stranger.user]) await fill(userId)
  await database.verificationToken.create({ data: { identifier: email, token: 'x', expires: new Date() } })
  const remove = (fields: Record<string, string>) => visitor.run(() => deleteAccount(null, form(fields)))
  expect(await remove({ password: 'wrong' })).toMatchObject({ fields: { password: expect.any(String) } })
  expect(await remove({ email })).toMatchObject({ ok: false })
  expect(await visitor.redirectOf(() => deleteAccount(null, form({ password })))).toBe(
    '/sign-in?notice=deleted',
  )
  expect(await rowsOf(user)).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect(await rowsOf(stranger.user)).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(await database.verificationToken.count({ where: { identifier: email } })).toBe(0)
  expect(await visitor.run(findUser)).toBeNull()
})

test('an account without a password is deleted once its e-mail is typed out', async () => {
  const user = await database.user.create({ data: { email: anEmail() } })
  const visitor = await signedIn(user)
  expect(await visitor.run(() => deleteAccount(null, form({ email: 'other@example.test' })))).toMatchObject({
    ok: false,
  })
  await visitor.redirectOf(() => deleteAccount(null, form({ email: user.email.toUpperCase() })))
  expect(await database.user.count({ where: { id: user.id } })).toBe(0)
})

test('settings are saved as the form holds them', async () => {
  const { visitor, user } = await newcomer()
  const fields = {
    name: ' Ada ',
    zone: 'Pacific/Chatham',
    dayStartsAt: '0',
    twoButtons: 'on',
    sessionCards: '50',
    sessionMinutes: '5',
  }
  expect(await visitor.run(() => changeProfile(null, form(fields)))).toEqual({ ok: true, value: null })
  expect(await getSettings(user)).toEqual({
    zone: 'Pacific/Chatham',
    dayStartsAt: 0,
    twoButtons: true,
    sessionCards: 50,
    sessionMinutes: 5,
  })
  for (const [name, value] of Object.entries({
    zone: 'Mars/Olympus',
    dayStartsAt: '24',
    sessionCards: '',
    sessionMinutes: '1.5',
    name: 'a\u0000',
  }))
    expect(await visitor.run(() => changeProfile(null, form({ ...fields, [name]: value })))).toMatchObject({
      fields: { [name]: expect.any(String) },
    })
})

async function fill(userId: string) {
  await database.account.create({
    data: { userId, type: 'oauth', provider: 'github', providerAccountId: userId },
  })
  await database.sectionRead.create({ data: { userId, lesson: 'a', section: 'b' } })
  await database.lessonVisit.create({ data: { userId, lesson: 'a', section: 'b' } })
  const day = new Date('2026-01-01')
  const event = {
    userId,
    id: crypto.randomUUID(),
    cardId: 'a-card',
    reviewedAt: day,
    zone: 'UTC',
    dayStartsAt: 4,
  }
  await database.reviewEvent.create({ data: { ...event, kind: 1, grade: 3, localDay: day, source: 2 } })
  await database.cardState.create({
    data: {
      userId,
      cardId: 'a-card',
      dueDay: day,
      stability: 1,
      difficulty: 1,
      reps: 1,
      lapses: 0,
      lastGrade: 3,
      lastReviewedAt: day,
      lastEventId: event.id,
      lastDay: day,
    },
  })
}

function rowsOf(userId: string) {
  const where = { userId }
  return Promise.all([
    database.user.count({ where: { id: userId } }),
    database.session.count({ where }),
    database.account.count({ where }),
    database.sectionRead.count({ where }),
    database.lessonVisit.count({ where }),
    database.reviewEvent.count({ where }),
    database.cardState.count({ where }),
  ])
}
