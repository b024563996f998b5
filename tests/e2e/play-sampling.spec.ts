import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/sampling'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'What is kept' })
}

test('a configuration at fault is told its line and column, and does not run', async ({ page }) => {
  await page.goto(`${address}?preset=drop`)
  const text = simulator(page).getByLabel('Below tail_sampling:')
  await text.fill('decision_wait: 10s\npolicies:\n  - name: errors\n    type: no_such_policy\n')
  await expect(
    simulator(page)
      .getByRole('status')
      .getByText(/no_such_policy/),
  ).toBeVisible()
  await expect(
    simulator(page)
      .getByText(/[Ll]ine \d+/)
      .first(),
  ).toBeVisible()
  await expect(simulator(page).getByRole('button', { name: 'Run this configuration' })).toBeDisabled()
  await text.fill('decision_wait: 10s\npolicies:\n  - name: everything\n    type: always_sample\n')
  await expect(simulator(page).getByRole('button', { name: 'Run this configuration' })).toBeEnabled()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

      test('the sampling simulator is accessible and fits, before and after a step', async ({ page }) => {
        await page.goto(address)
        await expect(simulator(page)).toBeVisible()
        await expectAccessible(page)
        await simulator(page).getByRole('button', { name: 'Just show me' }).click()
        await simulator(page).getByRole('button', { name: 'Next 2 s' }).click()
        await expectAccessible(page)
        await expectFits(page)
        await simulator(page).getByLabel('As a table').check()
        await expectAccessible(page)
        await page.goto(`${address}?preset=drop&at=500`)
        await expect(simulator(page).getByRole('checkbox', { name: /Tab leaves/ })).toBeVisible()
        await expectAccessible(page)
      })
    })
  }
}
