import { gzipSync } from 'node:zlib'
import { expect, test } from './support/test'

const budgetKb = 165

// What the browser really asked for, compressed as a proxy would: whatever a page comes to load, by a
// preload, a prefetch or an import, is counted.
for (const address of ['/', '/learn/the-opentelemetry-mental-model'])
  for (const state of ['out', 'in'] as const)
    test(`signed ${state}, ${address} asks for at most ${budgetKb} kB of JavaScript`, async ({
      page,
      signedInPage,
    }) => {
      if (state === 'out') await page.context().clearCookies()
      const sizes = new Map<string, Promise<number>>()
      signedInPage.on('response', (response) => {
        if (response.request().resourceType() !== 'script') return
        sizes.set(
          response.url(),
          response.body().then((body) => gzipSync(body, { level: 6 }).length),
        )
      })
      await signedInPage.goto(address)
      await signedInPage.waitForLoadState('networkidle')
      const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
      console.log(`javascript ${address} signed ${state}: ${(total / 1000).toFixed(1)} kB gzipped`)
      expect(sizes.size).toBeGreaterThan(3)
      expect(total / 1000).toBeLessThanOrEqual(budgetKb)
    })
