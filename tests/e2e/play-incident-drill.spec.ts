import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/incident-drill'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'An alert, and its cause' })
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('waits for the alert, looks around and names the cause with the keyboard alone', async ({
    page,
    complaints,
  }) => {
    await page.goto(`${address}?preset=drill-2`)
    const frame = simulator(page)
    const choose = (name: string, option: string) =>
      frame.getByRole('combobox', { name, exact: true }).selectOption(option)
    await frame.getByRole('button', { name: 'In that one and in those that call it.' }).press('Enter')
    await frame.getByRole('button', { name: 'Pause' }).press('Enter')
    const next = frame.getByRole('button', { name: 'Next minute' })
    while (await next.isEnabled()) await next.press('Enter')
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await expect(frame.getByText(/^Alert at \d:\d\d: in the minute before/)).toBeVisible()

    await choose('Service', 'payment')
    await choose('Parted by', 'service.version')
    await expect(frame.getByRole('img', { name: /^Failed: 4\.7\.1/ })).toBeVisible()
    await frame
      .getByRole('button', { name: /, failed, 4\.8/ })
      .first()
      .press('Enter')
    await expect(frame.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/payment/)
    await frame.getByRole('button', { name: 'Logs' }).press('Enter')
    await expect(frame.getByRole('row', { name: /ERROR request failed/ })).toBeVisible()

    const name = frame.getByRole('button', { name: 'Name the cause' })
    await choose('It begins in', 'web')
    await name.press('Enter')
    await expect(frame.getByText(/^Not yet\. It does not begin in web\./)).toBeVisible()
    await frame.getByRole('button', { name: 'Hint' }).press('Enter')
    await expect(frame.getByText(/^Hint: Several services changed/)).toBeVisible()
    await choose('It begins in', 'payment')
    await choose('What it is', 'A new version fails')
    await choose('Its instances differ by', 'service.version')
    await name.press('Enter')
    await expect(frame.getByText('That is it.')).toBeVisible()

    const way = frame.getByRole('region', { name: 'The way from the alert to the cause' })
    await expect(way.getByText(/^Your looks: \d+, hints: 1$/)).toBeVisible()
    await way
      .getByRole('button', { name: 'Look at it: Requests of payment by service.version' })
      .press('Enter')
    await expect(frame.getByRole('group', { name: 'Telemetry' })).toBeFocused()
    await expect(frame.getByRole('img', { name: /^Failed: 4\.7\.1/ })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('begins another incident with a clear desk', async ({ page }) => {
    await page.goto(`${address}?preset=drill-1&at=10000`)
    const frame = simulator(page)
    await frame.getByRole('button', { name: 'Show me the way' }).click()
    const way = frame.getByRole('region', { name: 'The way from the alert to the cause' })
    await expect(way).toBeVisible()
    await frame.getByRole('spinbutton', { name: 'Seed' }).fill('12')
    await expect(way).toBeHidden()
    await expect(page).toHaveURL(/preset=drill-1&seed=12&at=10000$/)
  })
})

test('the system runs by itself until the ten minutes are over', async ({ page }) => {
  await page.goto(address)
  const frame = simulator(page)
  await expect(frame.getByRole('button', { name: 'Name the cause' })).toBeDisabled()
  await frame.getByRole('button', { name: 'Just show me' }).click()
  await frame.getByLabel('Speed').selectOption('4 ×')
  await expect(frame.getByText(/The evidence is in/)).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Name the cause' })).toBeEnabled()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the drill is accessible and fits, from the question to the debrief', async ({ page }) => {
        await page.goto(address)
        await expect(simulator(page)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${address}?preset=drill-4&at=10000`)
        const frame = simulator(page)
        await frame
          .getByRole('combobox', { name: 'Parted by', exact: true })
          .selectOption('service.instance.id')
        await frame.getByRole('button', { name: 'Show me the way' }).click()
        await expectAccessible(page)
        await frame
          .getByRole('button', { name: /, web-\d/ })
          .first()
          .click()
        await expect(frame.getByRole('tree')).toBeVisible()
        await expectAccessible(page)
        for (const panel of ['Inside', 'Logs']) {
          await frame.getByRole('button', { name: panel, exact: true }).click()
          await expectAccessible(page)
        }
        await expectFits(page)
        await frame.getByLabel('As a table').check()
        await expectAccessible(page)
      })
    })
  }
}
