import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GET, POST } from '../../app/api/auth/[...nextauth]/route'
import { database } from '../support/database'
import { awkwardText } from '../support/distort'
import { createLearner, digestOfAll } from '../support/learner-rows'
import { signedIn, Visitor } from '../support/visitor'

const actions = [
  'providers',
  'csrf',
  'session',
  'signin',
  'signout',
  'callback',
  'error',
  'verify-request',
  '_log',
]
const names = [
  'callbackUrl',
  'error',
  'email',
  'token',
  'code',
  'state',
  'csrfToken',
  'password',
  'json',
  'nextauth',
  'iss',
]
const segment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...actions, 'credentials', 'email', 'github') },
  { weight: 1, arbitrary: awkwardText },
)
const value = fc.oneof(
  awkwardText,
  fc.constantFrom('true', '/review', 'http://localhost:3000/x', 'CredentialsSignin', 'Verification'),
)
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), awkwardText), value), { maxLength: 6 })
const cookie = fc.array(
  fc.tuple(
    fc.constantFrom('next-auth.csrf-token', 'next-auth.callback-url', 'next-auth.state', 'spanwise-session'),
    awkwardText,
  ),
  { maxLength: 3 },
)
const contentType = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
)

test.each([
  ['GET', GET],
  ['POST', POST],
] as const)(
  'whatever %s /api/auth/… is sent, next-auth neither breaks nor writes nor leads away',
  async (method, handle) => {
    const learner = await createLearner()
    const known = await signedIn(learner)
    const before = await digestOfAll()
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 3 }),
        pairs,
        pairs,
        cookie,
        contentType,
        fc.boolean(),
        async (nextauth, query, form, cookies, type, isKnown) => {
          const visitor = new Visitor()
          if (isKnown) for (const [name, sealed] of known.cookies) visitor.cookies.set(name, sealed)
          for (const [name, text] of cookies) visitor.cookies.set(name, text)
          const body =
            type === 'application/json'
              ? JSON.stringify(Object.fromEntries(form))
              : new URLSearchParams(form).toString()
          const request = new Request(`http://localhost:3000/api/auth/x?${new URLSearchParams(query)}`, {
            method,
            headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
            ...(method === 'POST' && { body }),
          })
          const response = await visitor.run(() => handle(request, { params: Promise.resolve({ nextauth }) }))
          expect(response.status).toBeLessThan(500)
          const location = response.headers.get('location')
          if (location !== null)
            expect(new URL(location, 'http://localhost:3000').origin).toBe('http://localhost:3000')
        },
      ),
      { numRuns: 1500, endOnFailure: true },
    )
    expect(await digestOfAll()).toBe(before)
    expect(await database.user.count()).toBeGreaterThan(0)
  },
  300_000,
)
