import { countScripts } from './support/script-sizes'
import { expect, test } from './support/test'

const budgetKb = 165

// Every lesson is held to it by every-lesson.spec.ts.
for (const address of ['/', '/learn/the-opentelemetry-mental-model'])
  for (const state of ['out', 'in'] as const)
    test(`signed ${state}, ${address} asks for at most ${budgetKb} kB of JavaScript`, async ({
      page,
      signedInPage,
    }) => {
      if (state === 'out') await page.context().clearCookies()
      const scripts = countScripts(signedInPage)
      await signedInPage.goto(address)
      await signedInPage.waitForLoadState('networkidle')
      const total = await scripts()
      console.log(`javascript ${address} signed ${state}: ${total.toFixed(1)} kB gzipped`)
      expect(total).toBeLessThanOrEqual(budgetKb)
    })
