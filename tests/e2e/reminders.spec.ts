import { expectAccessible } from './support/accessibility'
import { fillPast } from './support/deck'
import { proveMailbox, signIn } from './support/learner'
import { expect, test } from './support/mailing'

test('a learner asks for a reminder, is reminded, and turns it off by the link in it, signed out', async ({
  page,
  context,
  learner,
  mailing,
  browser,
}) => {
  test.setTimeout(120_000)
  await proveMailbox(learner)
  await signIn(context, learner)
  await page.goto('/course')
  await fillPast(page, [
    ['api-without-sdk', 20, 1],
    ['otlp-is', 20, 1],
  ])
  await page.goto(`${mailing.url}/settings/reminders`)
  await expect(page.getByText(learner.email)).toBeVisible()
  await expectAccessible(page)
  const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone: 'Europe/Berlin' }).format()
  await page.getByLabel('At', { exact: true }).selectOption(String(Number(hour)))
  await page.getByLabel('When at least so many cards are due').fill('2')
  await page.getByLabel('Send me a reminder').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const mails = () => mailing.mailbox.mails.filter(({ to }) => to.includes(learner.email))
  await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(1)
  expect((await mailing.mailbox.linkTo(learner.email)).href).toBe(`${mailing.url}/review`)
  const off = /^Turn it off:\n(\S+)$/m.exec(mails()[0]!.text)![1]!

  const signedOut = await browser.newContext()
  const other = await signedOut.newPage()
  // What a mail scanner does turns nothing off.
  for (let look = 0; look < 2; look += 1) expect((await other.request.get(off)).status()).toBe(200)
  await page.reload()
  await expect(page.getByLabel('Send me a reminder')).toBeChecked()
  await other.goto(off)
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Turn reminders off' }).click()
  await expect(other.getByText('Reminders are off.')).toBeVisible()
  await expectAccessible(other)
  await signedOut.close()
  await page.reload()
  await expect(page.getByLabel('Send me a reminder')).not.toBeChecked()
})

test('where the server sends no mail, the page says so, and a calendar still finds what is due', async ({
  signedInPage: page,
}) => {
  await page.goto('/course')
  await fillPast(page, [['api-without-sdk', 20, 1]])
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Reminders' }).click()
  await expect(page.getByText('This server is not set up to send mail')).toBeVisible()
  await page.getByRole('button', { name: 'Make an address' }).click()
  const shown = page.getByRole('status').filter({ hasText: 'shown this once' }).locator('code')
  const address = await shown.innerText()
  await expectAccessible(page)
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(await answer.text()).toContain('SUMMARY:1 card to review')
  await page.reload()
  await expect(page.getByText('shown this once')).toBeHidden()
  await expect(page.getByText(/There is an address, made .*, last read/)).toBeVisible()
  await page.getByRole('button', { name: 'Take the address away' }).click()
  await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
})
