import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with the rule and the element of each violation of WCAG 2.2 A and AA that axe finds on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page's title may come after its first words: it is streamed.
  await expect(page).toHaveTitle(/./)
  // By the debugger's channel, which the page's policy does not bind.
  await page.evaluate(source)
  const violations = await page.evaluate(async () => {
    // A mark on its way in is paler than it will be: judge the page once whatever comes in has come.
    const arriving = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations === 1)
    await Promise.allSettled(arriving.map((animation) => animation.finished))
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const results = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return results.violations.map((violation: axe.Result) => ({
      rule: violation.id,
      help: violation.help,
      elements: violation.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
    }))
  })
  expect(violations).toEqual([])
}
