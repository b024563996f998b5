import type { Page } from '@playwright/test'
import { simulators } from '@/components/simulators/simulator-names'
import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { expectAccessible } from './support/accessibility'
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

    test('is light, fits and is accessible', async ({ signedInPage: page, complaints }) => {
      const scripts = countScripts(page)
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      const total = await scripts()
      console.log(`javascript ${address} signed in: ${total.toFixed(1)} kB gzipped`)
      expect(total).toBeLessThanOrEqual(budgetKb)

      await readThrough(page)
      await page.waitForLoadState('networkidle')
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

    test('fits a phone and is accessible', async ({ page, complaints }) => {
      await page.goto(`/play/${name}`)
      await page.waitForLoadState('networkidle')
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
      expect(complaints).toEqual([])
    })
  })
}

/** From the top to the end, half a window at a time, with two frames to draw each. */
async function readThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' })
      await frame()
      await frame()
    }
  })
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
