import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const address = '/play/propagation'

function simulator(page: Page) {
  return page.getByRole('region', { name: 'A checkout and its context' })
}

/** Moves by Tab until the control of that name has the focus: as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLElement && 'labels' in element ? element.labels : null
      const label = labels instanceof NodeList ? labels[0]?.textContent : null
      return label ?? element?.textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`Tab never came to ${name}.`)
}

test.describe('who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('predicts, steps and mends a broken trace with the keyboard alone', async ({ page, complaints }) => {
    await page.goto(`${address}?preset=proxy`)
    const frame = simulator(page)
    await expect(frame.getByText('What will the backend have?')).toBeVisible()
    await tabTo(page, /^Two traces/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Pause/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Next hop/)
    for (let hop = 0; hop < 6; hop += 1) await page.keyboard.press('Enter')
    await expect(frame.getByText('As you predicted.')).toBeVisible()
    await expect(frame.getByText(/2 traces: it breaks before checkout/)).toBeVisible()
    await expect(frame.getByText('Trace 2', { exact: true })).toBeVisible()

    await frame.getByRole('button', { name: /^proxy/ }).focus()
    await page.keyboard.press('Enter')
    await tabTo(page, /^With the headers/)
    await page.keyboard.press('ArrowUp')
    await expect(frame.getByText('Trace 2', { exact: true })).toBeHidden()
    await expect(frame.getByText(/forwarded every header unchanged/)).toBeVisible()
    expect(complaints).toEqual([])
  })

  test('finds a whole run again at its address', async ({ page }) => {
    await page.goto(`${address}?preset=queue-link&seed=42&at=7200`)
    const frame = simulator(page)
    await expect(frame.getByText(/mailer is joined by a link only/)).toBeVisible()
    const header = await frame
      .getByText(/^traceparent:/)
      .first()
      .textContent()
    await frame.getByRole('button', { name: /^checkout/ }).click()
    await frame.getByLabel('Instrumentation and propagators').selectOption('Not instrumented')
    await expect(page).toHaveURL(/preset=queue-link&seed=42&checkout=uninstrumented&at=7200/)
    await page.reload()
    await expect(frame.getByText(/Nothing is known of checkout/)).toBeVisible()
    await page.goto(`${address}?preset=queue-link&seed=42&at=7200`)
    await expect(frame.getByText(/^traceparent:/).first()).toHaveText(header ?? 'none')
  })

  test('is told what in an address could not be had', async ({ page }) => {
    await page.goto(`${address}?queue=maybe`)
    await expect(simulator(page).getByText('“queue” cannot be “maybe” here')).toBeVisible()
  })

  test('types a header and reads what is wrong with it, field by field', async ({ page }) => {
    await page.goto(`${address}?at=1`)
    const frame = simulator(page)
    await frame.getByLabel(/^traceparent that/).fill('00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa-01')
    await expect(frame.getByText(/holds the capital “B”/).first()).toBeVisible()
    await expect(frame.getByText(/The parent id must be exactly 16/).first()).toBeVisible()
    await frame
      .getByLabel(/^traceparent that/)
      .fill('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
    await expect(frame.getByText(/^In order: sampled/)).toBeVisible()
  })
})

test('the request travels by itself and arrives', async ({ page }) => {
  await page.goto(address)
  const frame = simulator(page)
  await frame.getByRole('button', { name: 'The parent id.' }).click()
  await frame.getByLabel('Speed').selectOption('4 ×')
  await expect(frame.getByText('As you predicted.')).toBeVisible()
  await expect(frame.getByText(/One request, one trace/)).toBeVisible()
  await frame.getByLabel('As a table').check()
  await expect(frame.getByRole('row')).toHaveCount(8)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } })

      test('the simulator is accessible, fits, and moves nothing when it arrives', async ({ page }) => {
        await page.addInitScript(() => {
          Object.assign(globalThis, { shifted: 0 })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              Object.assign(globalThis, {
                shifted:
                  (globalThis as unknown as { shifted: number }).shifted +
                  (entry as unknown as { value: number }).value,
              })
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await page.goto(`${address}?preset=proxy`)
        await expect(simulator(page)).toBeVisible()
        await expectAccessible(page)
        await page.goto(`${address}?preset=proxy&at=7200`)
        await expect(simulator(page).getByText(/it breaks before checkout/)).toBeVisible()
        expect(
          await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted),
        ).toBeLessThan(0.01)
        await expectAccessible(page)
        await expectFits(page)
        await simulator(page).getByLabel('As a table').check()
        await expectAccessible(page)
      })
    })
  }
}

test('an unknown simulator is not found', async ({ page }) => {
  const answer = await page.goto('/play/alchemy')
  expect(answer?.status()).toBe(404)
})
