import { expect, test } from 'vitest'
import { changePassword } from '../../lib/actions/change-password'
import { changeProfile } from '../../lib/actions/change-profile'
import { changeSettings } from '../../lib/actions/change-settings'
import { deleteAccount } from '../../lib/actions/delete-account'
import { signIn } from '../../lib/actions/sign-in'
import { signOut } from '../../lib/actions/sign-out'
import { signOutEverywhere } from '../../lib/actions/sign-out-everywhere'
import { signUp } from '../../lib/actions/sign-up'
import { findUser } from '../../lib/server/session'
import { sessionCookieName } from '../../lib/server/session-cookie'
import { getSettings } from '../../lib/server/settings'
import { database } from '../support/database'
import { form } from '../support/form'
import { countRows, createLearner } from '../support/learner-rows'
import { anEmail, newcomer, password } from '../support/newcomer'
import { signedIn, Visitor } from '../support/visitor'

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
  const [owner, stranger] = [await createLearner(), await createLearner()]
  const visitor = await signedIn(owner)
  await database.verificationToken.create({
    data: { identifier: owner.email, token: 'x', expires: new Date() },
  })
  const before = await countRows(stranger.id)
  expect(Object.values(await countRows(owner.id)).every((count) => count === 1)).toBe(true)
  const remove = (fields: Record<string, string>) => visitor.run(() => deleteAccount(null, form(fields)))
  expect(await remove({ password: 'wrong' })).toMatchObject({ fields: { password: expect.any(String) } })
  expect(await remove({ email: owner.email })).toMatchObject({ ok: false })
  const right = form({ password: owner.password })
  expect(await visitor.redirectOf(() => deleteAccount(null, right))).toBe('/sign-in?notice=deleted')
  expect(Object.values(await countRows(owner.id)).every((count) => count === 0)).toBe(true)
  expect(await countRows(stranger.id)).toEqual(before)
  expect(await database.verificationToken.count({ where: { identifier: owner.email } })).toBe(0)
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

test('a name is saved as the form holds it', async () => {
  const { visitor, user } = await newcomer()
  expect(await visitor.run(() => changeProfile(null, form({ name: ' Ada ' })))).toEqual({
    ok: true,
    value: null,
  })
  expect(await database.user.findUniqueOrThrow({ where: { id: user } })).toMatchObject({ name: 'Ada' })
  expect(await visitor.run(() => changeProfile(null, form({ name: 'a\u0000' })))).toMatchObject({
    fields: { name: expect.any(String) },
  })
})

test('review settings are saved as the form holds them', async () => {
  const { visitor, user } = await newcomer()
  const fields = {
    zone: 'Pacific/Chatham',
    dayStartsAt: '0',
    twoButtons: 'on',
    sessionCards: '50',
    sessionMinutes: '5',
    newPerDay: '0',
    reviewsPerDay: '60',
    retention: '85',
    maximumInterval: '180',
    easy6: 'minimum',
    vacationFrom: '2026-12-20',
    vacationTo: '2027-01-03',
  }
  expect(await visitor.run(() => changeSettings(null, form(fields)))).toEqual({ ok: true, value: null })
  expect(await getSettings(user)).toEqual({
    zone: 'Pacific/Chatham',
    dayStartsAt: 0,
    twoButtons: true,
    sessionCards: 50,
    sessionMinutes: 5,
    newPerDay: 0,
    reviewsPerDay: 60,
    plan: {
      retention: 0.85,
      maximumInterval: 180,
      easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'minimum'],
      vacation: { from: '2026-12-20', to: '2027-01-03' },
      weights: null,
    },
  })
  for (const [name, value] of Object.entries({
    zone: 'Mars/Olympus',
    dayStartsAt: '24',
    sessionCards: '',
    sessionMinutes: '1.5',
    newPerDay: '-1',
    reviewsPerDay: '4',
    retention: '98',
    maximumInterval: '0',
    vacationFrom: '2026-02-30',
    vacationTo: '2026-12-01',
  }))
    expect(await visitor.run(() => changeSettings(null, form({ ...fields, [name]: value })))).toMatchObject({
      fields: { [name]: expect.any(String) },
    })
})
