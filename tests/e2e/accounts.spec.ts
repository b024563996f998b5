import { createHmac } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import pg from 'pg'
import { expectAccessible } from './support/accessibility'
import { expect, test } from './support/test'

const password = 'tolerant-otter-lamp'
const anEmail = () => `${crypto.randomUUID()}@example.test`
const lesson = '/learn/the-opentelemetry-mental-model#summary'

test.use({ timezoneId: 'Asia/Tokyo' })

async function signUp(page: Page, from = '/settings') {
  const email = anEmail()
  await page.goto(`/sign-up?from=${encodeURIComponent(from)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-'))
  return email
}

async function signIn(page: Page, email: string, typed = password) {
  await page.goto('/sign-in?from=/settings')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const isSignedIn = async (page: Page) => {
  await page.goto('/settings')
  return new URL(page.url()).pathname === '/settings'
}

test('a newcomer signs up from a section of a lesson, and is back at that section, in their own zone', async ({
  page,
  complaints,
}) => {
  await signUp(page, lesson)
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(lesson)
  await page.getByRole('link', { name: 'Account' }).click()
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await expect(page.getByText('You are signed in on this browser only.')).toBeVisible()
  expect(complaints).toEqual([])
})

test('what is wrong with a form is said beside the field, which gets the focus and keeps what was typed', async ({
  page,
}) => {
  await page.goto('/sign-up')
  const email = page.getByLabel('E-mail')
  const secret = page.getByLabel('Password', { exact: true })
  await email.fill('ada@example.test')
  await secret.fill('password123')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(secret).toBeFocused()
  await expect(secret).toHaveAccessibleDescription(/list of common ones/)
  await expect(email).toHaveValue('ada@example.test')
  await expect(secret).toHaveValue('password123')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show the password' }).click()
  await expect(secret).toHaveAttribute('type', 'text')
  await email.fill('ada')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/name@example.com/)
})

test('a wrong password is refused with one message, announced and focused', async ({ page }) => {
  await signIn(page, anEmail(), 'wrong-wrong-wrong')
  const message = page.getByRole('alert').filter({ hasText: 'do not match' })
  await expect(message).toBeFocused()
  await expectAccessible(page)
})

test('signing out ends the session also for a copy of the cookie', async ({ page, context, browser }) => {
  await signUp(page)
  const copy = await copyOf(context, await browser.newContext())
  expect(await isSignedIn(copy)).toBe(true)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await isSignedIn(copy)).toBe(false)
  await copy.context().close()
})

test('signing out everywhere ends the sessions of all browsers', async ({ page, browser }) => {
  const email = await signUp(page)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, email)
  await expect(other.getByText('You are signed in on 2 browsers.')).toBeVisible()
  await other.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(other.getByText('You are signed out everywhere.')).toBeVisible()
  expect(await isSignedIn(page)).toBe(false)
  await other.context().close()
})

test('settings are kept, a password is changed, and the account is deleted', async ({ page, complaints }) => {
  const email = await signUp(page)
  await page.getByLabel('Name').fill('Ada')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('link', { name: 'How you review' }).click()
  await page.getByLabel('A new day starts at').selectOption('03:00')
  await page.getByLabel('Cards in a session').fill('3')
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByLabel('Cards in a session')).toHaveAccessibleDescription(/from 5 to 200/)
  await page.getByLabel('Cards in a session').fill('30')
  await page.getByRole('button', { name: 'See what changes' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/^Last changed on/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('A new day starts at')).toHaveValue('3')
  await expect(page.getByLabel('Cards in a session')).toHaveValue('30')
  await page.goto('/settings')
  await expect(page.getByLabel('Name')).toHaveValue('Ada')

  await page.getByLabel('Current password').fill(password)
  await page.getByLabel('New password').fill('another-otter-lamp')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()

  await page.getByText('Delete account', { exact: true }).last().click()
  await page.getByLabel('Your password').fill('another-otter-lamp')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Your account and everything in it is deleted.')).toBeVisible()
  await signIn(page, email, 'another-otter-lamp')
  await expect(page.getByText('do not match')).toBeVisible()
  expect(complaints).toEqual([])
})

test('nobody is led away after signing in', async ({ page }) => {
  const email = await signUp(page)
  await page.context().clearCookies()
  await page.goto('/sign-in?from=//evil.example/x')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${process.env.SPANWISE_URL}/`)
  await expect(page.getByRole('link', { name: 'Account' })).toBeVisible()
})

test('a page that needs a learner brings them back to it', async ({ page, browser }) => {
  const email = await signUp(page)
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto('/review')
  await visitor.waitForURL(/\/sign-in\?from=%2Freview/)
  await visitor.getByLabel('E-mail').fill(email)
  await visitor.getByLabel('Password', { exact: true }).fill(password)
  await visitor.getByRole('button', { name: 'Sign in', exact: true }).click()
  await visitor.waitForURL('**/review')
  await visitor.context().close()
})

test.describe('before its scripts have loaded', () => {
  test.use({ javaScriptEnabled: false })

  test('the form signs up and in all the same', async ({ page }) => {
    const email = await signUp(page)
    await expect(page.getByText(email)).toBeVisible()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await signIn(page, email, 'wrong-wrong-wrong')
    await expect(page.getByText('do not match')).toBeVisible()
    await signIn(page, email)
    await expect(page.getByText(email)).toBeVisible()
  })
})

test.describe('who says they come from elsewhere', () => {
  test.use({ extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.9', 'x-peer-address': '203.0.113.9' } })

  test('is counted by the address of the connection all the same', async ({ page }) => {
    await signUp(page)
    const key = (address: string) =>
      `sign-up-address:${createHmac('sha256', process.env.SPANWISE_SECRET!).update(address).digest('base64url')}`
    const client = new pg.Client({ connectionString: process.env.SPANWISE_DATABASE_URL })
    await client.connect()
    const { rows } = await client.query('SELECT key FROM attempts WHERE key = ANY($1)', [
      [key('127.0.0.1'), key('203.0.113.9')],
    ])
    await client.end()
    expect(rows).toEqual([{ key: key('127.0.0.1') }])
  })
})

async function copyOf(context: BrowserContext, other: BrowserContext): Promise<Page> {
  await other.addCookies(await context.cookies())
  return other.newPage()
}
