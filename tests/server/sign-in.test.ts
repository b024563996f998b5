import * as argon2 from '@node-rs/argon2'
import { beforeEach, expect, test, vi } from 'vitest'
import { signIn } from '../../lib/actions/sign-in'
import { findUser } from '../../lib/server/session'
import { sessionCookieName } from '../../lib/server/session-cookie'
import { database } from '../support/database'
import { form } from '../support/form'
import { anEmail, newcomer, password } from '../support/newcomer'
import { signedIn, Visitor } from '../support/visitor'

// The real library, with its calls to verify counted.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

beforeEach(() => {
  vi.mocked(argon2.verify).mockClear()
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
