import { expect, test } from 'vitest'
import { listHeaders, makePolicy } from '../../lib/security/headers'

const policy = (given: Partial<Parameters<typeof makePolicy>[0]>) =>
  Object.fromEntries(
    makePolicy({ nonce: 'N0nce', secure: false, development: false, ...given })
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  )

test('in production a script runs only with the nonce, and nothing is evaluated', () => {
  expect(policy({})['script-src']).toEqual(["'self'", "'nonce-N0nce'", "'strict-dynamic'"])
  expect(policy({})['style-src']).toEqual(["'self'", "'nonce-N0nce'"])
})

test('a page cannot be framed, rebased, or made to post elsewhere or load a plugin', () => {
  expect(policy({})).toMatchObject({
    'frame-ancestors': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
    'default-src': ["'self'"],
  })
})

test('https is demanded only of a reader who came by it', () => {
  const names = (secure: boolean) => listHeaders(secure).map(([name]) => name)
  expect(names(true)).toContain('strict-transport-security')
  expect(names(false)).not.toContain('strict-transport-security')
  expect(policy({ secure: true })).toHaveProperty('upgrade-insecure-requests')
  expect(policy({ secure: false })).not.toHaveProperty('upgrade-insecure-requests')
})
