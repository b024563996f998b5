import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const names = '/play/conventions-translator'
const slices = '/play/resource-slicer'

const translator = (page: Page) => page.getByRole('region', { name: 'Old names and new' })
const slicer = (page: Page) => page.getByRole('region', { name: 'Who produced this?' })

async function stepToTheEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pause' }).press('Enter')
  const next = page.getByRole('button', { name: 'Next 1 s' })
  while (await next.isEnabled()) await next.press('Enter')
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('sees an alert go blind, and mends it by asking for the new name', async ({ page, complaints }) => {
    await page.goto(`${names}?preset=direct`)
    const frame = translator(page)
    await frame.getByRole('button', { name: 'Counts nothing, and never fires again.' }).press('Enter')
    await stepToTheEnd(page)
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await frame.getByLabel('During the run').selectOption('Each writes both, then new')
    await frame.getByLabel('The query').selectOption('count of http.server.request.duration')
    await expect(frame.getByText(/misses \d+, written under a name/)).toBeVisible()
    await frame.getByRole('checkbox', { name: 'As a table' }).press('Space')
    await expect(frame.getByRole('row', { name: /^11.5 s 12 12 0$/ })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('pastes a query and reads today’s names with what to beware of', async ({ page }) => {
    await page.goto(`${names}?at=1000`)
    const frame = translator(page)
    await frame
      .getByLabel('Names, a span or a query')
      .fill('sum(rate(http.client.duration[5m])) by (net.peer.port, shop.id)')
    await expect(frame.getByText('2 old, 0 of today, 1 that the table does not have.')).toBeVisible()
    await expect(
      frame.getByRole('row', {
        name: /http.client.request.duration stable 1.22.0 The unit changes: ms to s/,
      }),
    ).toBeVisible()
    await expect(page).toHaveURL(/names=/)
    await page.reload()
    await expect(frame.getByRole('row', { name: /server.port, client.port/ })).toBeVisible()
  })

  test('finds the pair at fault by grouping, with the keyboard', async ({ page, complaints }) => {
    await page.goto(slices)
    const frame = slicer(page)
    await frame.getByRole('button', { name: 'That node looks ill.' }).press('Enter')
    await stepToTheEnd(page)
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await frame.getByLabel('Group by').selectOption('service.name')
    await frame.getByLabel('Then by').selectOption('service.version')
    await expect(frame.getByText(/The errors concentrate: payment, 1.5.0/)).toBeVisible()
    await frame.getByRole('checkbox', { name: 'As a table' }).press('Space')
    await expect(frame.getByRole('row', { name: /^payment 1.5.0/ })).toBeVisible()
    await expect(page).toHaveURL(/groupBy=service.name&thenBy=service.version/)
    expect(complaints).toEqual([])
  })

  test('asks Prometheus, joins target_info, and is refused where one identity is claimed twice', async ({
    page,
  }) => {
    await page.goto(`${slices}?preset=target-info&at=10000`)
    const frame = slicer(page)
    await expect(frame.getByText('sum by (k8s_node_name)')).toBeVisible()
    await expect(frame.getByText(/everything is one group/)).toBeVisible()
    await frame.getByLabel('Asked of').selectOption('The counter, joined with target_info')
    await expect(frame.getByText(/The errors concentrate: node-2/)).toBeVisible()
    await frame.getByRole('button', { name: 'The shop' }).click()
    await frame.getByLabel('How instances name themselves').selectOption('Two of payment share one')
    await expect(frame.getByText(/many-to-many matching not allowed/).first()).toBeVisible()
    await expect(frame.getByText('One series, two writers.')).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      for (const [address, region, at] of [
        [names, translator, 'preset=both-metrics&at=12000'],
        [slices, slicer, 'preset=shared&at=10000'],
      ] as const)
        test(`${address} is accessible and fits, before and after the run`, async ({ page }) => {
          await page.goto(address)
          await expect(region(page)).toBeVisible()
          await expectAccessible(page)
          await page.goto(`${address}?${at}`)
          await expect(region(page).getByRole('button', { name: 'Again' })).toBeVisible()
          await expectAccessible(page)
          await expectFits(page)
          await region(page).getByLabel('As a table').check()
          await expectAccessible(page)
        })
    })
  }
}
