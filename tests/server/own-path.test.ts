import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '../../lib/server/own-path'

test.each(['/', '/learn/x', '/learn/x#section', '/learn/x?a=b&c=//d#e', '/review', '/a%2Fb', '/settings'])(
  '%s is a path of ours',
  (path) => {
    expect(ownPath(path, '/fallback')).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  ' //evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '',
  '/.//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/\u0000/evil.example',
  '///evil.example',
  '/api/auth/signout',
  '/api',
  '/sign-in?from=/x',
  '/sign-up',
  '/./api/auth/signout',
  'http://localhost:3000.evil.example/',
  42,
  null,
  undefined,
  ['/x'],
  `/${'x'.repeat(3000)}`,
])('%j is none, or none to go back to', (path) => {
  expect(ownPath(path, '/fallback')).toBe('/fallback')
})

test('whatever is asked for, a browser that follows the answer stays with us', () => {
  const awkward = fc.array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '//',
        '..',
        '.',
        ':',
        '@',
        '#',
        '?',
        '%2f',
        '%5c',
        '%2e',
        '\t',
        'evil.example',
        'https:',
        'javascript:',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(awkward, (parts) => {
      const base = 'https://own.example'
      const path = ownPath(parts.join(''))
      expect(new URL(path, base).origin).toBe(base)
      expect(path.startsWith('/') && !path.startsWith('//')).toBe(true)
      // It is settled: judging the answer again changes nothing.
      expect(ownPath(path)).toBe(path)
    }),
    { numRuns: 5000 },
  )
})
