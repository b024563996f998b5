import { expect, type Page } from '@playwright/test'
import type { ReviewEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'

let made = 0

/** Creates an account through the form, and lands on `from`. */
export async function signUp(page: Page, from = '/course'): Promise<{ email: string; password: string }> {
  made += 1
  const email = `ada-${Date.now()}-${process.pid}-${made}@example.test`
  const password = 'seven quiet collectors at night'
  await page.goto(`/sign-up?from=${encodeURIComponent(from)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => url.pathname === from)
  return { email, password }
}

/** Puts cards into the deck of whoever is signed in on the page, all due today, in this order. */
export async function fillDeck(page: Page, cardIds: readonly string[]): Promise<void> {
  const now = Date.now()
  const events = cardIds.map((cardId, place): ReviewEvent => {
    const at = now + place
    const id = eventId(at, crypto.getRandomValues(new Uint8Array(10)))
    const when = { at, zone: 'UTC', dayStartsAt: 4 }
    return { id, cardId, ...when, kind: 'grade', grade: 1, durationMs: 1000, source: 'lesson' }
  })
  const { origin } = new URL(page.url())
  const response = await page.request.post('/api/reviews', { data: { events }, headers: { origin } })
  const { answers } = await response.json()
  expect(answers.map((answer: { outcome: string }) => answer.outcome)).toEqual(events.map(() => 'recorded'))
}

/** One answer of long ago: which card, how many days before now, which grade. */
export type PastGrade = [cardId: string, days: number, grade: 1 | 2 | 3 | 4]

/** Gives whoever is signed in on the page a past; their account has to be as old as that. */
export async function fillPast(page: Page, past: readonly PastGrade[]): Promise<void> {
  const now = Date.now()
  const events = past.map(([cardId, days, grade], place): ReviewEvent => {
    const at = now - days * 86_400_000 + place
    const id = eventId(at, crypto.getRandomValues(new Uint8Array(10)))
    const when = { at, zone: 'UTC', dayStartsAt: 4 }
    return { id, cardId, ...when, kind: 'grade', grade, durationMs: 1000, source: 'review' }
  })
  const { origin } = new URL(page.url())
  const response = await page.request.post('/api/reviews', { data: { events }, headers: { origin } })
  const { answers } = await response.json()
  expect(answers.map((answer: { outcome: string }) => answer.outcome)).toEqual(events.map(() => 'recorded'))
}

/** Ids of the cards that the server holds to be due for whoever is signed in on the page. */
export async function listDueIds(page: Page): Promise<string[]> {
  const response = await page.request.get('/api/due')
  expect(response.status()).toBe(200)
  return (await response.json()).dueIds
}

/** Opens the review, and waits until it takes keys. */
export async function openReview(page: Page): Promise<void> {
  await page.goto('/review')
  await expect(page.getByRole('heading', { name: 'Question' }).locator('..')).toBeFocused()
}
