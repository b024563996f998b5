import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { fillDeck, listDueIds, openReview, signUp } from './support/deck'

const sdk = 'api-without-sdk'
const otlp = 'otlp-is'
const cost = 'metric-cost-driver'
const question = (page: Page, words: string) => page.getByText(words)
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })

test('a learner reviews what is due by keyboard alone, and is told when to come back', async ({ page }) => {
  await signUp(page)
  await fillDeck(page, [sdk, otlp])
  await openReview(page)
  await expect(question(page, 'no span arrives anywhere')).toBeVisible()
  await expect(answer(page)).toBeHidden()

  await page.keyboard.press('Space')
  await expect(answer(page)).toContainText('The SDK.')
  await expect(answer(page)).toBeFocused()
  await expect(page.getByRole('button', { name: /^Forgot ?, again today$/ })).toBeVisible()

  await page.keyboard.press('1')
  await expect(question(page, 'leaves a process is called')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')

  await expect(question(page, 'no span arrives anywhere')).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Come back (tomorrow|in \d+ days)/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText('1 known at once, 1 after another look')).toBeVisible()
  await expect.poll(() => listDueIds(page)).toEqual([])

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is due')
})

test('an undo shows the card again as it was, and the server forgets the grade', async ({ page }) => {
  await signUp(page)
  await fillDeck(page, [sdk, otlp])
  await openReview(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('4')
  await expect.poll(() => listDueIds(page)).toEqual([otlp])
  await page.keyboard.press('u')
  await expect(question(page, 'no span arrives anywhere')).toBeVisible()
  await expect(answer(page)).toBeFocused()
  await expect.poll(() => listDueIds(page)).toEqual([sdk, otlp])

  await page.keyboard.press('3')
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Come back')
  for (let i = 0; i < 2; i++) await page.keyboard.press('u')
  await expect(question(page, 'no span arrives anywhere')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  await expect.poll(() => listDueIds(page)).toEqual([sdk, otlp])
})

test('a choice card says why, and suggests the grade', async ({ page }) => {
  await signUp(page)
  await fillDeck(page, ['library-depends-on-api'])
  await openReview(page)
  await page.getByRole('button', { name: /The SDK/ }).click()
  await expect(page.getByText('for every application that uses your driver')).toBeVisible()
  await expect(page.getByText('Yes. The application decides')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(answer(page)).toBeHidden()
  await page.keyboard.press('a')
  await expect(page.getByRole('button', { name: /^Forgot/ })).toBeHidden()
  await page.keyboard.press('3')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Come back')
})

test('an order card is put in order with its buttons, and the moved row keeps the focus', async ({
  page,
}) => {
  await signUp(page)
  await fillDeck(page, ['propagation-order'])
  await openReview(page)
  const right = ['Extract the context', 'Make it the active', 'Inject the active']
  for (const [place, words] of right.entries()) {
    const up = page.getByRole('button', { name: new RegExp(`^Move up: ${words}`) })
    const row = page.getByRole('listitem').filter({ hasText: words })
    const at = async () => Number((await row.innerText()).trim()[0]) - 1
    for (let moves = (await at()) - place; moves > 0; moves--) {
      await up.press('Enter')
      await expect(up).toBeFocused()
    }
  }
  await page.getByRole('button', { name: 'Check the order' }).click()
  await expect(page.getByText('That is right.')).toBeAttached()
  await expect(page.getByRole('button', { name: /^Forgot/ })).toBeHidden()
})

test('a card graded in one tab does not come again in the other', async ({ page, context }) => {
  await signUp(page)
  await fillDeck(page, [sdk, otlp, cost])
  await openReview(page)
  const other = await context.newPage()
  await openReview(other)
  await expect(other.getByText('3 left', { exact: true })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(other.getByText('2 left', { exact: true })).toBeVisible()
  await expect(question(other, 'stored metric points')).toBeVisible()
  await other.keyboard.press('Space')
  await other.keyboard.press('3')
  await expect(page.getByText('1 left', { exact: true })).toBeVisible()
  await expect(question(page, 'leaves a process is called')).toBeVisible()
  await expect.poll(() => listDueIds(page)).toEqual([otlp])
})

test('someone with an empty deck is told how cards get there', async ({ page }) => {
  await signUp(page, '/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your deck is empty')
  await expect(page.getByRole('link', { name: 'Open the course' })).toBeVisible()
})

test('someone signed out is sent to sign in, and back', async ({ page }) => {
  await page.goto('/review')
  await expect(page).toHaveURL(/\/sign-in\?from=%2Freview$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`every state of a review is accessible when ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await signUp(page)
    await page.goto('/review')
    await expectAccessible(page)
    await fillDeck(page, [sdk, 'library-depends-on-api', 'propagation-order'])
    await openReview(page)
    await expectAccessible(page)
    await page.keyboard.press('Space')
    await expect(answer(page)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('3')
    await page.keyboard.press('b')
    await expect(page.getByText('Not this one')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('4')
    await expect(page.getByRole('button', { name: /^Move up/ }).first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Space')
    await page.keyboard.press('3')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Come back')
    await expectAccessible(page)
  })
