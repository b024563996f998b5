import { expect, test } from 'vitest'
import { findPasswordFault } from '../../lib/server/password-strength'

const email = 'ada.lovelace@example.test'

test.each([
  'correct horse battery',
  'tolerant-otter-lamp',
  'zq8#Lm2!vT',
  'ein kleines Haus am See',
  'ünïcödé wörds här',
  'x'.repeat(1) + 'kT9 wq!zMw'.repeat(19),
])('%s is a good password', (password) => {
  expect(findPasswordFault(password, email)).toBeNull()
})

test.each([
  ['short', /at least 10/],
  ['nine char', /at least 10/],
  ['kT9 wq!zMw'.repeat(21), /at most 200/],
  ['1234567890', /pattern/],
  ['9876543210', /pattern/],
  ['abcdefghijk', /pattern/],
  ['aaaaaaaaaaaa', /pattern/],
  ['abcabcabcabc', /pattern/],
  ['qwertyuiop', /common/],
  ['QwertyUiop', /common/],
  ['password123', /common/],
  ['P@ssw0rd2026', /common/],
  ['password!!!!', /common/],
  ['basketball', /common/],
  ['123sunshine!', /common/],
  ['ada.lovelace@example.test', /e-mail/],
  ['Ada.Lovelace12', /e-mail/],
])('%s is refused', (password, why) => {
  expect(findPasswordFault(password, email)).toMatch(why)
})

test('ten characters are counted as a reader counts them, not as UTF-16 units', () => {
  expect(findPasswordFault('🦦🪵🌊🐚🦀', email)).toMatch(/at least 10/)
})
