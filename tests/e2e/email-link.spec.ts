import { expectAccessible } from './support/accessibility'
import { expect, test } from './support/mailing'

test('a newcomer signs up by a mailed link, sets a password, and signs in with either', async ({
  page,
  browser,
  mailing,
}) => {
  const email = `${crypto.randomUUID()}@example.test`
  const lesson = '/learn/the-opentelemetry-mental-model#summary'
  await page.goto(`${mailing.url}/sign-up?from=${encodeURIComponent(lesson)}`)
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.waitForURL('**/check-mail')

  const link = await mailing.mailbox.linkTo(email)
  // What a mail scanner does does not use the link up.
  for (let look = 0; look < 2; look++) expect((await page.request.get(link.href)).status()).toBe(200)
  await page.goto(link.href)
  await expect(page.getByText(`You are about to sign in as ${email}.`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname + url.hash === lesson)

  await page.goto(`${mailing.url}/settings`)
  await expect(page.getByLabel('Current password')).toHaveCount(0)
  await page.getByLabel('Password', { exact: true }).fill('tolerant-otter-lamp')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await other.goto(link.href)
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByText('This link has been used already or is too old.')).toBeVisible()
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password', { exact: true }).fill('tolerant-otter-lamp')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other.getByRole('link', { name: 'Account' })).toBeVisible()
  await other.context().close()
})

test('someone who forgot their password asks for a link on the sign-in page', async ({ page, mailing }) => {
  const email = `${crypto.randomUUID()}@example.test`
  await page.goto(`${mailing.url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Get a link by e-mail instead' }).click()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.waitForURL('**/check-mail')
  expect((await mailing.mailbox.linkTo(email)).pathname).toBe('/sign-in/link')
})
