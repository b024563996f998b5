import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { fillDeck, listDueIds, openReview, signUp } from './support/deck'

const series = 'drawn-series'
const status = 'drawn-status'
const field = (page: Page) => page.getByLabel('Your answer')
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })
const question = (page: Page) => page.locator('.problem-question').first()

/** The answer to a problem of series, worked out from what the page says. */
async function countSeries(page: Page): Promise<number> {
  const text = await question(page).innerText()
  const sets = [...text.matchAll(/: (\d+) values/g)].reduce((product, match) => product * Number(match[1]), 1)
  const instances = Number(/from (\d+) instances/.exec(text)![1])
  return sets * instances * (text.includes('classic histogram') ? 17 : 1)
}

async function deckOf(page: Page, cards: string[]) {
  await signUp(page)
  await fillDeck(page, cards)
  await openReview(page)
  await expect(question(page)).toBeVisible()
}

test('a generated card is answered by keyboard, checked, and kept so that it can be shown again', async ({
  page,
}) => {
  await deckOf(page, [series])
  const asked = await question(page).innerText()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(String(await countSeries(page)))
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeFocused()
  await expect(answer(page)).toContainText('Right.')
  await expect(page.getByRole('button', { name: /^Forgot/ })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Come back')
  await expect.poll(() => listDueIds(page)).toEqual([])

  await page.goto(`/practise/${series}`)
  await page.getByRole('link', { name: /\d{4} at \d\d:\d\d/ }).click()
  await page.waitForURL(/seed=\d+$/)
  await expect.poll(() => question(page).innerText()).toBe(asked)
})

test('a wrong answer is Forgot; a slip is made good by another problem, once', async ({ page }) => {
  await deckOf(page, [series])
  const first = await question(page).innerText()
  await field(page).fill('7')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(answer(page)).toContainText('Not right.')
  const right = /The right answer is ([\d,]+) series/.exec(await answer(page).innerText())![1]!
  expect(Number(right.replaceAll(',', ''))).toBe(await countSeries(page))
  await expect(page.getByRole('button', { name: /again today|, in/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'It was a slip' }).click()
  await expect(answer(page)).toBeHidden()
  await expect.poll(() => question(page).innerText()).not.toBe(first)
  await field(page).fill('7')
  await field(page).press('Enter')
  await expect(answer(page)).toContainText('Not right.')
  await expect(page.getByRole('button', { name: 'It was a slip' })).toHaveCount(0)
  const second = await question(page).innerText()
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeHidden()
  await expect.poll(() => question(page).innerText()).not.toBe(second)

  await page.keyboard.press('u')
  await expect(question(page)).toHaveText(second, { useInnerText: true })
  await expect(answer(page)).toContainText('Not right.')
})

test('letters typed into an answer are no commands', async ({ page }) => {
  await deckOf(page, ['drawn-parent', 'api-without-sdk'])
  await field(page).pressSequentially('u1a')
  await expect(field(page)).toHaveValue('u1a')
  await expect(page.getByText('2 left', { exact: true })).toBeVisible()
})

test('problems go on offline, and their grades with them', async ({ page, context }) => {
  await deckOf(page, [series, status])
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await field(page).fill(String(await countSeries(page)))
  await field(page).press('Enter')
  await page.keyboard.press('3')
  await expect(page.getByText('Which status does this span get?')).toBeVisible()
  await page.getByRole('radio').first().press('Space')
  await page.getByRole('radio').first().press('Enter')
  await expect(answer(page)).toBeFocused()
  await expect(page.getByText('Offline. 1 grade waits in this browser.')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => listDueIds(page)).toEqual([status])
})

test('in a lesson a problem is drawn as the reader comes near, and answered in place', async ({ page }) => {
  await signUp(page, '/learn/the-opentelemetry-mental-model')
  const asked = page
    .getByRole('group', { name: 'Question', exact: true })
    .filter({ hasText: 'Count the series' })
  await asked.scrollIntoViewIfNeeded()
  await expect(asked.getByLabel('Your answer')).toBeVisible()
  const text = await asked.locator('.problem-question').innerText()
  await asked.getByLabel('Your answer').fill('7')
  await asked.getByRole('button', { name: 'Check' }).click()
  await expect(asked.getByRole('region', { name: 'Answer' })).toBeFocused()
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Forgot' }).click()
  await expect(asked.getByText('asked again at the end of this section')).toBeVisible()
  await expect.poll(() => listDueIds(page)).toEqual([series])

  const again = page
    .getByRole('group', { name: 'Question, once more' })
    .filter({ hasText: 'Count the series' })
  await again.scrollIntoViewIfNeeded()
  await expect(again.locator('.problem-question')).not.toHaveText(text, { useInnerText: true })
  await again.getByRole('button', { name: 'Show answer' }).click()
  await expect(again.getByRole('button', { name: 'It was a slip' })).toHaveCount(0)
  await again.getByRole('button', { name: 'Forgot' }).click()
  await again.getByRole('button', { name: 'Ask me again' }).click()
  await expect(again.getByLabel('Your answer')).toBeEditable()
})

test('a problem opens in its simulator, in its state', async ({ page, context }) => {
  await deckOf(page, [series])
  const [, routes] = /http\.route: (\d+) values/.exec(await question(page).innerText())!
  await page.getByRole('button', { name: 'Show answer' }).click()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'See it in the simulator' }).click()
  const simulator = await opened
  expect(new URL(simulator.url()).searchParams.get('routeValues')).toBe(routes)
  await expect(simulator.getByRole('heading', { level: 1 })).toHaveText('Count the series')
  await expect(simulator.getByText(`${routes} values`, { exact: true }).first()).toBeVisible()
  await expect(simulator.getByText('was left as it was')).toHaveCount(0)
})

test('a drawn trace opens in the trace explorer as it was asked, on its critical path', async ({
  page,
  context,
}) => {
  await deckOf(page, ['drawn-path-duration'])
  await page.getByRole('button', { name: 'Show answer' }).click()
  const spans = await page.locator('.problem-trace tbody tr').count()
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'See it in the simulator' }).click()
  const simulator = await opened
  await expect(simulator.getByText('This is one trace that came with the link')).toBeVisible()
  await expect(simulator.getByRole('treeitem')).toHaveCount(spans)
  await expect(simulator.getByRole('button', { name: 'Critical path' })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await expect(simulator.getByText('was left as it was')).toHaveCount(0)
  await expectAccessible(simulator)
  await simulator.getByRole('button', { name: 'Look at Fernhill’s requests' }).click()
  await expect(simulator.getByRole('combobox', { name: 'Page', exact: true })).toBeVisible()
})
