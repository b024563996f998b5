import type { Page } from '@playwright/test'
import { simulators } from '@/components/simulators/simulator-names'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { expectAccessible } from './support/accessibility'
import { forgetShifts, mostShift, readShifts, scrollThrough, watchShifts } from './support/layout-shift'
import { overflowOf } from './support/overflow'
import { countScripts } from './support/script-sizes'
import { expect, test } from './support/test'

const budgetKb = 165

const lessons = listLessons(course)
  .filter(({ status }) => status === 'ready')
  .map(({ slug }) => `/learn/${slug}`)

test('there are lessons to hold to the budget', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(10)
})

// Half of the lessons on a phone in the dark, half on a wide screen in the light: each is read once.
for (const [index, address] of lessons.entries()) {
  const phone = index % 2 === 0
  test.describe(`${address}, ${phone ? 'dark on a phone' : 'light on a wide screen'}`, () => {
    test.use({
      colorScheme: phone ? 'dark' : 'light',
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      contextOptions: { reducedMotion: 'reduce' },
    })

    test('is light, fits, keeps still and is accessible', async ({ signedInPage: page, complaints }) => {
      await watchShifts(page)
      const scripts = countScripts(page)
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      const total = await scripts()
      console.log(`javascript ${address} signed in: ${total.toFixed(1)} kB gzipped`)
      expect(total).toBeLessThanOrEqual(budgetKb)

      await forgetShifts(page)
      await scrollThrough(page)
      await page.waitForLoadState('networkidle')
      await expectStill(page)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
      expect(complaints).toEqual([])
    })
  })
}

for (const [index, name] of Object.keys(simulators).entries()) {
  test.describe(`/play/${name}`, () => {
    test.use({
      colorScheme: index % 2 === 0 ? 'light' : 'dark',
      viewport: { width: 390, height: 844 },
      contextOptions: { reducedMotion: 'reduce' },
    })

    test('fits a phone, keeps still and is accessible', async ({ page, complaints }) => {
      await watchShifts(page)
      await page.goto(`/play/${name}`)
      await forgetShifts(page)
      await scrollThrough(page)
      await page.waitForLoadState('networkidle')
      await expectStill(page)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
      expect(complaints).toEqual([])
    })
  })
}

// The shortest problem, one of the tallest, and the one with a drawing.
for (const card of ['drawn-threshold', 'drawn-pipeline-start', 'drawn-critical-path'])
  test(`/practise/${card} keeps still`, async ({ signedInPage: page }) => {
    await watchShifts(page)
    await page.goto(`/practise/${card}`)
    await expect(page.getByRole('button', { name: 'Another one' })).toBeVisible()
    await scrollThrough(page)
    await expectStill(page)
  })

async function expectStill(page: Page): Promise<void> {
  const { sum, moved } = await readShifts(page)
  expect(sum, moved.join('\n')).toBeLessThanOrEqual(mostShift)
}
