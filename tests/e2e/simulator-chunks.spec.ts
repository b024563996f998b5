import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test'

const budgetKb = 60

/** The scripts that the page asks for from now on, its workers' included, gzipped as a proxy would. */
function collectScripts(page: Page): Map<string, Promise<number>> {
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' && !response.url().endsWith('.js')) return
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 6 }).length),
    )
  })
  return sizes
}

const total = async (sizes: Map<string, Promise<number>>) =>
  (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000

// What a simulator costs is what its page asks for beyond a page without one.
for (const name of ['propagation', 'cardinality', 'sampling'])
  test(`the ${name} simulator asks for at most ${budgetKb} kB of JavaScript of its own`, async ({ page }) => {
    const before = collectScripts(page)
    await page.goto('/play')
    await page.waitForLoadState('networkidle')
    const known = new Set(before.keys())
    before.clear()
    await page.goto(`/play/${name}`)
    await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const own = new Map([...before].filter(([url]) => !known.has(url)))
    const kb = await total(own)
    console.log(`javascript of ${name}: ${kb.toFixed(1)} kB gzipped in ${own.size} files`)
    expect(own.size).toBeGreaterThan(0)
    expect(kb).toBeLessThanOrEqual(budgetKb)
  })
