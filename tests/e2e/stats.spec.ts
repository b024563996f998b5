import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { openReview } from './support/deck'
import { expect, test } from './support/test'

const ids = ['api-without-sdk', 'otlp-is', 'metric-cost-driver'] as const

/** Grades of earlier days, as a device that was offline since then would send them. */
async function sendEarlier(
  page: Page,
  grades: readonly { cardId: string; daysAgo: number; grade: number }[],
) {
  const now = Date.now() - 1000
  const events = grades.map(({ cardId, daysAgo, grade }, place) => {
    // One after the other, also those of one day.
    const at = now - daysAgo * 86_400_000 + place
    const when = { id: crypto.randomUUID(), at, zone: 'Europe/Berlin', dayStartsAt: 4 }
    return { ...when, cardId, kind: 'grade', grade, durationMs: 30_000, source: 'review' }
  })
  const { origin } = new URL(page.url())
  const response = await page.request.post('/api/reviews', { data: { events }, headers: { origin } })
  const { answers } = await response.json()
  expect(answers.map((answer: { outcome: string }) => answer.outcome)).toEqual(events.map(() => 'recorded'))
}

async function tableOf(page: Page, chart: string) {
  await page.getByText(`As a table: ${chart}`).click()
  return page.getByRole('table', { name: chart, exact: true })
}

test('a learner reads off tables what is due, what was remembered, and what they did', async ({
  signedInPage: page,
  complaints,
}) => {
  await page.goto('/stats')
  await expect(page.getByText('Your deck is empty, so there is nothing to count yet.')).toBeVisible()
  await expectAccessible(page)

  // Two cards come back after a while: one is known, one is not, and is known the next time.
  await sendEarlier(page, [
    { cardId: ids[0], daysAgo: 40, grade: 4 },
    { cardId: ids[1], daysAgo: 40, grade: 4 },
    { cardId: ids[0], daysAgo: 31, grade: 4 },
    { cardId: ids[1], daysAgo: 10, grade: 1 },
    { cardId: ids[1], daysAgo: 10, grade: 3 },
    { cardId: ids[1], daysAgo: 1, grade: 3 },
    // A third is missed just now, and so is due today.
    { cardId: ids[2], daysAgo: 0, grade: 1 },
  ])
  await page.goto('/stats')
  await expect(page.getByText(/That is few: what you remember may lie anywhere between/)).toBeVisible()
  await expectAccessible(page)

  const retention = await tableOf(page, 'True retention')
  await expect(retention.getByRole('row', { name: /^30 days, all 2 1 50/ })).toBeVisible()
  await expect(retention.getByRole('row', { name: /^90 days, all 3 2 67/ })).toBeVisible()
  const days = await tableOf(page, 'Answers a day')
  await expect(days.getByRole('row').nth(-11)).toHaveAccessibleName(/\s2$/)
  const due = await tableOf(page, 'Cards due in the next 30 days')
  await expect(due.getByRole('row', { name: /^Today 1$/ })).toBeVisible()
  await expectAccessible(page)

  // What is reviewed now counts as soon as the server has it; the review's end leads here.
  await openReview(page)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Come back')
  await page.getByRole('link', { name: 'Your statistics' }).click()
  await page.waitForURL('/stats')
  const after = await tableOf(page, 'Cards due in the next 30 days')
  await expect(after.getByRole('row', { name: /^Today 0$/ })).toBeVisible()

  // A lesson opens to its objectives, each a way to its section.
  const lesson = page.getByRole('group').filter({ hasText: 'The OpenTelemetry mental model' })
  await lesson.getByText('The OpenTelemetry mental model', { exact: true }).click()
  await lesson.getByRole('row').nth(1).getByRole('link').click()
  await page.waitForURL(/\/learn\/the-opentelemetry-mental-model#/)
  expect(complaints).toEqual([])
})
