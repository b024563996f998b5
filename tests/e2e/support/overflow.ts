import { expect, type Page } from '@playwright/test'

/** By how many pixels the page is wider than its window; 0 or less where it fits. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Fails where the page scrolls sideways. */
export async function expectFits(page: Page): Promise<void> {
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}
