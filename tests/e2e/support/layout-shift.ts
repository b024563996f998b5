import type { Page } from '@playwright/test'

/** As much as a page may move by itself: a sum of fractions of the window. https://web.dev/articles/cls */
export const mostShift = 0.01

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: readonly { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[]
}

declare global {
  var shifts: { value: number; moved: string[] }[]
}

/** Watches, from the next page on, what moves without having been asked to. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.shifts = []
    const nameOf = (node: Node | null) => {
      const element = node instanceof Element ? node : (node?.parentElement ?? null)
      return `${element?.tagName.toLowerCase()}.${element?.getAttribute('class')} “${node?.textContent?.trim().slice(0, 40)}”`
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${nameOf(node)} from ${Math.round(previousRect.top)} to ${Math.round(currentRect.top)}`,
        )
        globalThis.shifts.push({ value: entry.value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Counts anew once the page's faces are there: what their first fetch moves is lighthouse.spec.ts's affair. */
export async function forgetShifts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    globalThis.shifts = []
  })
}

/** How much has moved so far, and, where that is too much, what. */
export function readShifts(page: Page): Promise<{ sum: number; moved: string[] }> {
  return page.evaluate((most) => {
    const sum = globalThis.shifts.reduce((all, { value }) => all + value, 0)
    const worst = globalThis.shifts.filter(({ value }) => value > most / 10)
    return { sum, moved: sum > most ? worst.flatMap(({ value, moved }) => [value.toFixed(4), ...moved]) : [] }
  }, mostShift)
}

/** From the top to the end, half a window at a time, with two frames to draw each: faster than anybody reads. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' })
      await frame()
      await frame()
    }
  })
}
