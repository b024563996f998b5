import { expectAccessible } from './support/accessibility'
import { reviewForYear } from './support/simulated-year'
import { expect, test } from './support/test'

test('weights are fitted to a learner’s own reviews, shown, applied and taken back', async ({
  signedInPage: page,
}) => {
  await page.goto('/settings/review')
  await reviewForYear(page)
  await page.getByRole('link', { name: 'How you forget' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How you forget')
  await expect(page.getByText('In use: the weights that everyone begins with.')).toBeVisible()

  await page.getByRole('button', { name: 'Fit to my reviews' }).click()
  await expect(page.getByText(/^On your last \d+ reviews these would have been .* closer/)).toBeVisible()
  await page.getByText('The 21 numbers').click()
  await expect(page.getByRole('columnheader', { name: 'Fitted' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('region', { name: 'What changes' })).toContainText(/of your 200 cards move/)
  await expect(page.getByText('In use: the weights that everyone begins with.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use these weights' }).click()
  await expect(page.getByText('In use: weights fitted to your own reviews.')).toBeFocused()

  await page.getByRole('button', { name: 'Go back to the weights before' }).click()
  await expect(page.getByText('In use: the weights that everyone begins with.')).toBeFocused()
  await expect(page.getByRole('button', { name: 'See what changes' })).toBeVisible()
})

test('someone with few reviews is told how many a fit needs', async ({ signedInPage: page }) => {
  await page.goto('/settings/review/weights')
  await page.getByRole('button', { name: 'Fit to my reviews' }).click()
  await expect(page.getByText(/^You have 0 reviews on a later day than the one before/)).toBeVisible()
  await expect(page.getByText('In use: the weights that everyone begins with.')).toBeVisible()
})
