import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/collector-pipeline'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'A Collector at work' })
}
/** The editor once it has come, not the plain field before it. */
function editor(page: Page) {
  return simulator(page).getByRole('textbox', { name: 'Collector configuration' }).and(page.locator('div'))
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('predicts, steps, and reads at the component why something was lost, by keyboard', async ({
    page,
    complaints,
  }) => {
    await page.goto(`${address}?preset=limiter-last`)
    const frame = simulator(page)
    await frame.getByRole('button', { name: 'Nobody: batch has already said yes.' }).press('Enter')
    await frame.getByRole('button', { name: 'Pause' }).press('Enter')
    const next = frame.getByRole('button', { name: 'Next 2 s' })
    while (await next.isEnabled()) await next.press('Enter')
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await frame.getByRole('button', { name: /^processor batch/ }).press('Enter')
    const detail = frame.getByRole('region', { name: 'What batch does' })
    await expect(detail.getByText(/were lost/)).toBeVisible()
    await expect(detail.getByText(/batch has already said yes to the sender/)).toBeVisible()
    await frame.getByRole('checkbox', { name: 'As a table' }).press('Space')
    await expect(frame.getByRole('row', { name: /memory_limiter/ })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('says nothing of a fault before the prediction, and its line after it', async ({ page }) => {
    await page.goto(`${address}?preset=one-sided`)
    const frame = simulator(page)
    await expect(editor(page)).toBeVisible()
    await expect(frame.getByText(/not used in any supported receiver pipeline/)).toHaveCount(0)
    await frame.getByRole('button', { name: 'It refuses to start.' }).click()
    await expect(frame.getByText(/not used in any supported receiver pipeline/).first()).toBeVisible()
    await frame.getByRole('button', { name: /Error, line 14, column 19/ }).click()
    await expect(editor(page)).toBeFocused()
    // The caret stands on that line: what is typed there goes there.
    await page.keyboard.type('count2, ')
    await expect(
      frame.getByText(/references exporter "count2" which is not configured/).first(),
    ).toBeVisible()
  })

  test('edits a configuration, runs it, and finds it again at its address', async ({ page, complaints }) => {
    await page.goto(`${address}?preset=unlisted&at=10000`)
    const frame = simulator(page)
    await expect(frame.getByText(/filter\/health \(processor\)/)).toBeVisible()
    await expect(editor(page)).toBeVisible()
    await editor(page).getByText('processors: [batch]').click()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(', filter/health')
    await page.keyboard.press('Control+Enter')
    await expect(frame.getByRole('button', { name: /^processor filter\/health.*end here/ })).toBeVisible()
    await expect(page).toHaveURL(/yaml=/)
    await page.reload()
    await expect(frame.getByRole('button', { name: /^processor filter\/health.*end here/ })).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('Tab leaves the editor, unless it is asked to indent; then Escape lets it leave', async ({ page }) => {
    await page.goto(`${address}?at=500`)
    const frame = simulator(page)
    await editor(page).focus()
    await page.keyboard.press('Tab')
    const box = frame.getByRole('checkbox', { name: /Tab leaves/ })
    await expect(box).toBeFocused()
    await box.press('Space')
    await editor(page).focus()
    await page.keyboard.press('Tab')
    await expect(editor(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(editor(page)).not.toBeFocused()
  })
})

test('where the editor cannot be fetched a plain field does its work', async ({ page }) => {
  await page.route('**/*.js', async (route) => {
    const answer = await route.fetch()
    const isEditor = (await answer.text()).includes('cm-lintRange')
    if (isEditor) await route.abort()
    else await route.fulfill({ response: answer })
  })
  await page.goto(`${address}?at=500`)
  const field = simulator(page).getByLabel('Collector configuration')
  await field.fill('receivers:\n')
  await expect(
    simulator(page)
      .getByText(/no receiver configuration|empty configuration/)
      .first(),
  ).toBeVisible()
  await simulator(page)
    .getByRole('button', { name: /Error, line 1/ })
    .first()
    .click()
  await expect(field).toBeFocused()
  // A file still on its way through the handler above would find the browser closed.
  await page.unrouteAll({ behavior: 'wait' })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the Collector is accessible and fits, before and after the run', async ({ page }) => {
        await page.goto(address)
        await expect(editor(page)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${address}?preset=sampled-first&at=10000`)
        await expect(simulator(page).getByText(/the metrics made of them say/)).toBeVisible()
        await expect(editor(page)).toBeVisible()
        await expectAccessible(page)
        await expectFits(page)
        await simulator(page).getByLabel('As a table').check()
        await expectAccessible(page)
      })
    })
  }
}
