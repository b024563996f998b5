import { expect, test } from '@playwright/test'
import { fillDeck, listDueIds, openReview, signUp } from './support/deck'

const cards = ['api-without-sdk', 'otlp-is', 'metric-cost-driver']

test('a review goes on offline, says what waits, and loses nothing', async ({ page, context }) => {
  await signUp(page)
  await fillDeck(page, cards)
  await openReview(page)
  await expect(page.getByText('3 left', { exact: true })).toBeVisible()
  await context.setOffline(true)
  for (const waiting of ['1 grade waits', '2 grades wait']) {
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    await expect(page.getByRole('status').getByText(`Offline. ${waiting} in this browser.`)).toBeVisible()
  }
  await page.keyboard.press('u')
  await expect(page.getByText('Offline. 3 grades wait')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('in this browser')).toBeHidden()
  await expect.poll(() => listDueIds(page)).toEqual(cards.slice(1))
})

test('grades that wait outlive a reload, and their cards are not asked again', async ({ page, context }) => {
  await signUp(page)
  await fillDeck(page, cards)
  await openReview(page)
  await context.route('**/api/reviews', (route) => route.abort())
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByText('1 grade waits')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 left', { exact: true })).toBeVisible()
  await expect(page.getByText('stored metric points')).toBeVisible()
  expect(await listDueIds(page)).toEqual(cards)
  await context.unroute('**/api/reviews')
  await page.reload()
  await expect.poll(() => listDueIds(page)).toEqual(cards.slice(1))
})

test('grades that wait are sent for nobody but the learner who gave them', async ({ page, context }) => {
  await signUp(page)
  await fillDeck(page, cards)
  await openReview(page)
  await context.route('**/api/reviews', (route) => route.abort())
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByText('1 grade waits')).toBeVisible()
  const adas = await context.cookies()
  await context.clearCookies()
  await context.unroute('**/api/reviews')

  const other = await context.newPage()
  await signUp(other, '/review')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your deck is empty')
  expect(await listDueIds(other)).toEqual([])
  // The first tab still shows the first learner, and the cookie is now another's: it must not send.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(page.getByText('Someone else is signed in here. 1 grade waits in this browser.')).toBeVisible()
  expect((await (await other.request.get('/api/due')).json()).isEmptyDeck).toBe(true)

  await context.clearCookies()
  await context.addCookies(adas)
  await page.reload()
  await expect.poll(() => listDueIds(page)).toEqual(cards.slice(1))
})
