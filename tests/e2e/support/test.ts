import { test as base, expect, type Page } from '@playwright/test'
import { createLearner, type Learner, signIn } from './learner'

interface Fixtures {
  /** What the console said that nobody expects: errors, warnings, refusals by the page's policy. */
  complaints: string[]
  learner: Learner
  /** A page of a signed-in learner. */
  signedInPage: Page
}

/** The test of every journey: a page that says nothing on its console, and a learner where one is asked for. */
export const test = base.extend<Fixtures>({
  complaints: async ({ page }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => {
      // Playwright's own, where a journey goes without the service worker.
      if (message.text() === 'Service Worker registration blocked by Playwright') return
      if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await use(complaints)
  },
  // Playwright reads from the braces which fixtures are wanted: here, none.
  // biome-ignore lint/correctness/noEmptyPattern: the empty pattern is its syntax for that.
  learner: async ({}, use) => {
    await use(await createLearner())
  },
  signedInPage: async ({ page, context, learner }, use) => {
    await signIn(context, learner)
    await use(page)
  },
})

export { expect }
