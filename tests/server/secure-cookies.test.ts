import { beforeAll, expect, test, vi } from 'vitest'
import { form } from '../support/form'
import { anEmail, password } from '../support/newcomer'
import { Visitor } from '../support/visitor'

let door: typeof import('../support/auth-browser')
let signUp: typeof import('../../lib/actions/sign-up').signUp

beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'https://learn.example'
  // The environment is read once, at import.
  vi.resetModules()
  door = await import('../support/auth-browser')
  ;({ signUp } = await import('../../lib/actions/sign-up'))
})

test('behind https every cookie is Secure, out of reach of scripts, and bound to this host', async () => {
  const email = anEmail()
  const visitor = new Visitor()
  await visitor.redirectOf(() => signUp(null, form({ email, password })))
  expect([...visitor.cookies.keys()]).toContain('__Host-spanwise-session')

  const other = new Visitor()
  const csrf = await door.askAuth(other, 'csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const response = await door.askAuth(other, 'callback/credentials', { form: { csrfToken, email, password } })
  const lines = [...csrf.headers.getSetCookie(), ...response.headers.getSetCookie()]
  expect(lines.some((line) => line.startsWith('__Host-spanwise-session='))).toBe(true)
  for (const line of lines) {
    expect(line).toMatch(/^__(Host|Secure)-/)
    expect(line).toMatch(/; Secure/)
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).not.toMatch(/Domain=/)
  }
  expect(response.headers.get('location')).toBe('https://learn.example/')
})
