import { expect, test } from 'vitest'
import { parseEnvironment } from '../../lib/server/env'

const base = { DATABASE_URL: 'postgresql://localhost/x' }
const production = { ...base, NODE_ENV: 'production', NEXTAUTH_SECRET: 'x'.repeat(32) }

test('a developer needs the database alone, and the address follows PORT', () => {
  expect(parseEnvironment(base)).toMatchObject({ NEXTAUTH_URL: 'http://localhost:3000', TRUSTED_PROXIES: 0 })
  expect(parseEnvironment({ ...base, PORT: '4123' }).NEXTAUTH_URL).toBe('http://localhost:4123')
})

test('production refuses a missing, short or default secret', () => {
  const { NEXTAUTH_SECRET: development } = parseEnvironment(base)
  for (const NEXTAUTH_SECRET of [undefined, '', 'short', development])
    expect(() => parseEnvironment({ ...production, NEXTAUTH_SECRET })).toThrow(
      /NEXTAUTH_SECRET.*32 characters/,
    )
  expect(parseEnvironment(production).NEXTAUTH_SECRET).toBe('x'.repeat(32))
})

test.each([
  [{ GITHUB_ID: 'x' }, /GITHUB_SECRET/],
  [{ GOOGLE_SECRET: 'x' }, /GOOGLE_SECRET/],
  [{ EMAIL_SERVER: 'smtp://localhost' }, /EMAIL_FROM/],
  [{ EMAIL_SERVER: 'http://localhost', EMAIL_FROM: 'x@y.z' }, /EMAIL_SERVER/],
  [{ NEXTAUTH_URL: 'ftp://x' }, /NEXTAUTH_URL/],
  [{ TRUSTED_PROXIES: 'yes' }, /TRUSTED_PROXIES/],
])('%j is refused in a sentence that names the variable', (extra, message) => {
  expect(() => parseEnvironment({ ...base, ...extra })).toThrow(message)
})

test('a variable set to nothing is as good as unset', () => {
  expect(
    parseEnvironment({ ...base, GITHUB_ID: '', GITHUB_SECRET: ' ', EMAIL_SERVER: '' }).GITHUB_ID,
  ).toBeUndefined()
})

test('the public address is an origin, whatever path was written behind it', () => {
  expect(parseEnvironment({ ...base, NEXTAUTH_URL: 'https://learn.example/app/' }).NEXTAUTH_URL).toBe(
    'https://learn.example',
  )
})
