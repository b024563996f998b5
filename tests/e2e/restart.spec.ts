import type { ReviewEvent } from '@/lib/review/event'
import { expectAccessible } from './support/accessibility'
import { listDueIds } from './support/deck'
import { expect, test } from './support/test'

const DAY = 86_400_000

test('someone back from a break starts gently, is told what waits, and takes that back', async ({
  signedInPage: page,
}) => {
  await page.goto('/learn/the-opentelemetry-mental-model')
  const { origin } = new URL(page.url())
  const panel = page.getByRole('region', { name: 'The cards of this lesson' })
  await panel.getByRole('button', { name: /^Add the other/ }).click()
  await expect(panel.getByText(/are in your deck now/)).toBeVisible()
  await page.goto('/cards?state=new')
  const links = await page.getByRole('rowheader').getByRole('link').all()
  const ids = await Promise.all(
    links.map(async (link) => (await link.getAttribute('href'))!.split('/').at(-1)!),
  )
  const grade = async (cardIds: string[], at: number) => {
    const when = { zone: 'Europe/Berlin', dayStartsAt: 4, durationMs: 900, source: 'review' } as const
    const events = cardIds.map((cardId, place): ReviewEvent => {
      return { ...when, id: crypto.randomUUID(), cardId, at: at + place, kind: 'grade', grade: 3 }
    })
    const response = await page.request.post('/api/reviews', { data: { events }, headers: { origin } })
    expect(response.status()).toBe(200)
  }
  await grade(ids.slice(0, 45), Date.now() - 16 * DAY)

  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome back')
  await expect(page.getByText('Your last review was 16 days ago, and 45 cards are due.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start gently' }).click()
  await expect(page.getByText('20 left', { exact: true })).toBeVisible()
  const held = async () => (await (await page.request.get('/api/due')).json()).restarted
  await expect.poll(held).toMatchObject({ cards: 25 })

  await grade(await listDueIds(page), Date.now())
  await page.goto('/review')
  await expect(page.getByText(/Your gentle start holds 25 cards back/)).toBeVisible()
  await page.getByRole('button', { name: 'Take that back' }).click()
  await expect.poll(held).toBeNull()
})
