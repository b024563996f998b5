import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/cardinality'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'The series of http.server.request.duration' })
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('predicts, fills the limit step by step, and takes user.id off the metric by keyboard', async ({
    page,
    complaints,
  }) => {
    await page.goto(address)
    const frame = simulator(page)
    await frame.getByRole('button', { name: 'As many as the limit allows, and one more.' }).press('Enter')
    await frame.getByRole('button', { name: 'Pause' }).press('Enter')
    const next = frame.getByRole('button', { name: 'Next 500' })
    while (await next.isEnabled()) await next.press('Enter')
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await expect(frame.getByText(/The limit of 2,000 was reached: 3,000 of 5,000 requests/)).toBeVisible()

    const user = frame.getByRole('group', { name: /^user\.id/ })
    await user.getByRole('radio', { name: 'Metric' }).press('ArrowRight')
    await expect(user.getByRole('radio', { name: 'View drops it' })).toBeChecked()
    await expect(frame.getByText(/A query for status 500 finds all/)).toBeVisible()
    await frame.getByRole('checkbox', { name: 'As a table' }).press('Space')
    await expect(frame.getByRole('row', { name: 'Requests in the overflow 0' })).toBeVisible()
    await expect(page).toHaveURL(/userPlace=view&at=10000$/)
    expect(complaints).toEqual([])
  })

  test('puts the assumptions of the cost right', async ({ page }) => {
    await page.goto(`${address}?preset=churn&at=10000`)
    const frame = simulator(page)
    await expect(frame.getByText(/series, 6 times the/)).toBeVisible()
    await frame.getByLabel('Price of 1,000 series a month').fill('0')
    await expect(frame.getByText(/\$0 a month/)).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the simulator is accessible and fits, before and after the run', async ({ page }) => {
        await page.goto(address)
        await expect(simulator(page)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${address}?preset=exemplars&at=10000`)
        await expect(simulator(page).getByText(/lead to a trace; the traces of the other/)).toBeVisible()
        await expectAccessible(page)
        await expectFits(page)
        await simulator(page).getByLabel('As a table').check()
        await expectAccessible(page)
      })
    })
  }
}
