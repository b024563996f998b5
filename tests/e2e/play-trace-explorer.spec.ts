import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/trace-explorer'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'From a number to its cause' })
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('predicts, jumps from the histogram to the log, and walks the spans with the arrow keys', async ({
    page,
    complaints,
  }) => {
    await page.goto(address)
    const frame = simulator(page)
    await frame.getByRole('button', { name: 'A free connection, before a query.' }).press('Enter')
    await frame.getByRole('button', { name: 'Pause' }).press('Enter')
    const next = frame.getByRole('button', { name: 'Next jump' })
    while (await next.isEnabled()) await next.press('Enter')
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await expect(frame.getByText(/payment wrote WARN “waited long for a connection”/)).toBeVisible()

    const chosen = frame.getByRole('treeitem', { selected: true })
    await expect(chosen).toHaveAccessibleName(/^payment wait for a connection .* INTERNAL/)
    await chosen.focus()
    await page.keyboard.press('ArrowDown')
    await expect(chosen).toHaveAccessibleName(/SELECT cards/)
    await expect(chosen).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(chosen).toHaveAccessibleName(/^payment POST \/charges .* SERVER/)
    await page.keyboard.press('ArrowLeft')
    await expect(chosen).toHaveAttribute('aria-expanded', 'false')
    await expect(frame.getByRole('treeitem', { name: /SELECT cards/ })).toBeHidden()
    await page.keyboard.press('ArrowRight')
    await expect(frame.getByRole('treeitem', { name: /SELECT cards/ })).toBeVisible()
    await page.keyboard.press('Home')
    await expect(chosen).toHaveAccessibleName(/^web POST \/checkout .* SERVER/)
    await expect(frame.getByRole('region', { name: 'The chosen span' })).toContainText('http.route')
    expect(complaints).toEqual([])
  })

  test('opens another exemplar by the arrow keys', async ({ page }) => {
    await page.goto(`${address}?at=4800`)
    const frame = simulator(page)
    const chosen = frame.getByRole('radio', { checked: true })
    const before = await chosen.getAttribute('aria-label')
    await chosen.focus()
    await page.keyboard.press('ArrowLeft')
    await expect(chosen).toBeFocused()
    expect(await chosen.getAttribute('aria-label')).not.toBe(before)
    await expect(frame.getByText(/Under that id there are/)).toBeVisible()
  })

  test('finds nothing behind an exemplar whose trace was dropped', async ({ page }) => {
    await page.goto(`${address}?preset=dangling&at=4800`)
    await expect(simulator(page).getByText(/The backend has nothing under/)).toBeVisible()
    await expect(simulator(page).getByRole('tree')).toBeHidden()
  })

  test('shows fewer spans of the request that is open, wherever the choice was', async ({
    page,
    complaints,
  }) => {
    await page.goto(`${address}?preset=functions&at=9600`)
    const frame = simulator(page)
    await frame
      .getByRole('treeitem', { name: /formatPrices/ })
      .last()
      .click()
    await frame.getByLabel('Spans for').selectOption('Calls and queries')
    await expect(frame.getByRole('treeitem')).toHaveCount(11)
    await expect(frame.getByRole('treeitem', { selected: true })).toHaveCount(1)
    expect(complaints).toEqual([])
  })

  test('keeps what is set in the address', async ({ page }) => {
    await page.goto(`${address}?preset=queue-link&at=9600`)
    const frame = simulator(page)
    await expect(frame.getByText(/Another trace,/)).toBeVisible()
    await frame.getByLabel('Mailer and message').selectOption('Its parent')
    await expect(frame.getByRole('treeitem', { name: /^mailer .* CONSUMER/ })).toBeVisible()
    await expect(page).toHaveURL(/preset=queue-link&queue=parent&at=9600$/)
    await page.reload()
    await expect(frame.getByRole('treeitem', { name: /^mailer .* CONSUMER/ })).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the trace explorer is accessible and fits, before and after the run', async ({ page }) => {
        await page.goto(address)
        await expect(simulator(page)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${address}?preset=error&tail=some&at=9600`)
        await expect(simulator(page).getByText(/one log says where it began/)).toBeVisible()
        await expectAccessible(page)
        await expectFits(page)
        await simulator(page).getByLabel('As a table').check()
        await expectAccessible(page)
      })
    })
  }
}
