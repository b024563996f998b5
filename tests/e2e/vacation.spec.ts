import { fillPast } from './support/deck'
import { expect, test } from './support/test'

/** The calendar's day in the learner's zone, so many days from now. */
function dayFromNow(days: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' })
  // Four hours back: at night the learner's day is still the one before.
  return parts.format(Date.now() - 4 * 3_600_000 + days * 86_400_000)
}

test('on a vacation nothing is asked, and ending it brings back what was due', async ({
  signedInPage: page,
}) => {
  await page.goto('/course')
  await fillPast(page, [
    ['api-without-sdk', 20, 1],
    ['otlp-is', 20, 1],
  ])
  await page.goto('/settings/review')
  await page.getByLabel('First day').fill(dayFromNow(3))
  await page.getByLabel('Last day').fill(dayFromNow(1))
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByText('The vacation ends before it begins.')).toBeVisible()

  await page.getByLabel('First day').fill(dayFromNow(0))
  await page.getByLabel('Last day').fill(dayFromNow(7))
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('region', { name: 'What changes' })).toBeVisible()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/^Last changed on/)).toBeVisible()

  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are on vacation')
  await page.getByRole('link', { name: 'Change or end the vacation' }).click()
  await expect(page.getByLabel('First day')).toHaveValue(dayFromNow(0))
  await page.getByRole('button', { name: 'Take that change back' }).click()
  await expect(page.getByLabel('First day')).toHaveValue('')
  await page.goto('/review')
  await expect(page.getByText('2 left', { exact: true })).toBeVisible()
})
