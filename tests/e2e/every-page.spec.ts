import { expectAccessible } from './support/accessibility'
import { listPages } from './support/routes'
import { expect, test } from './support/test'

for (const address of listPages()) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${address} in ${colorScheme}`, () => {
      test.use({ colorScheme })

      test('is quiet, accessible and asks nobody else for anything, signed out', async ({
        page,
        complaints,
      }) => {
        await visit(page, address)
        expect(complaints).toEqual([])
      })

      test('is quiet, accessible and asks nobody else for anything, signed in', async ({
        signedInPage,
        complaints,
      }) => {
        await visit(signedInPage, address)
        expect(complaints).toEqual([])
      })
    })
  }
}

for (const address of listPages()) {
  test(`${address} runs only scripts that its own answer vouches for`, async ({ request }) => {
    const answers = await Promise.all([request.get(address), request.get(address)])
    const nonces = answers.map((answer) => {
      const policy = answer.headers()['content-security-policy'] ?? ''
      const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src ')) ?? ''
      expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(answer.headers()['x-content-type-options']).toBe('nosniff')
      expect(answer.headers()['referrer-policy']).toBeTruthy()
      expect(answer.headers()['permissions-policy']).toContain('camera=()')
      expect(answer.headers()['x-powered-by']).toBeUndefined()
      return scripts.match(/'nonce-([^']{16,})'/)?.[1]
    })
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
  })
}

test('a visitor over https is told to come back over https', async ({ request }) => {
  const headers = { 'x-forwarded-proto': 'https' }
  const answer = await request.get('/', { headers })
  expect(answer.headers()['strict-transport-security']).toMatch(/max-age=\d{8}/)
})

async function visit(page: import('@playwright/test').Page, address: string) {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(process.env.SPANWISE_URL!).host)
      elsewhere.push(request.url())
  })
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(200)
  await page.waitForLoadState('networkidle')
  await expectAccessible(page)
  expect(elsewhere).toEqual([])
}
