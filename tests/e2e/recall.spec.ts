import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { listDueIds, signUp } from './support/deck'

const lesson = '/learn/the-opentelemetry-mental-model'
const prompt = (page: Page) => page.getByRole('group', { name: 'Question', exact: true }).first()
const again = (page: Page) => page.getByRole('group', { name: 'Question, once more' }).first()

async function answer(asked: ReturnType<typeof prompt>, grade: 'Forgot' | 'Got it') {
  await asked.getByText('Show answer').click()
  await asked.getByRole('button', { name: grade }).click()
}

test('answers given signed out join the account on signing up', async ({ page }) => {
  await page.goto(lesson)
  await answer(prompt(page), 'Forgot')
  await expect(prompt(page).getByText('Kept in this browser.')).toBeVisible()
  await answer(again(page), 'Forgot')
  await expect(again(page).getByText('Kept in this browser.')).toBeVisible()
  await signUp(page, lesson)
  await expect.poll(() => listDueIds(page)).toHaveLength(1)
})

test('a miss is asked again at the end of its section, until it is known', async ({ page }) => {
  await signUp(page, lesson)
  await answer(prompt(page), 'Forgot')
  await expect(prompt(page).getByText('asked again at the end of this section')).toBeVisible()
  await expect.poll(() => listDueIds(page)).toHaveLength(1)
  await answer(again(page), 'Forgot')
  await again(page).getByRole('button', { name: 'Ask me again' }).click()
  await answer(again(page), 'Got it')
  await expect(again(page).getByText(/In your deck, due (tomorrow|in \d+ days)/)).toBeVisible()
  await expect.poll(() => listDueIds(page)).toEqual([])
})

test('a card that is in the deck and not due is practice, and its day stands', async ({ page }) => {
  await signUp(page, lesson)
  await answer(prompt(page), 'Got it')
  await expect(prompt(page).getByText('In your deck, due in 2 days')).toBeVisible()
  await page.reload()
  await answer(prompt(page), 'Forgot')
  await expect(
    prompt(page).getByText('This was practice: the card is in your deck, due in 2 days'),
  ).toBeVisible()
  expect(await listDueIds(page)).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a prompt and its answer can still be read', async ({ page }) => {
    await page.goto(lesson)
    const asked = prompt(page)
    await expect(asked.getByText('The SDK.')).toBeHidden()
    await asked.getByText('Show answer').click()
    await expect(asked.getByText('The SDK.')).toBeVisible()
    await expect(asked.getByRole('button', { name: 'Got it' })).toHaveCount(0)
  })
})

test('a prompt is accessible before and after its answer', async ({ page }) => {
  await page.goto(lesson)
  await expectAccessible(page)
  await prompt(page).getByText('Show answer').press('Enter')
  await expect(prompt(page).getByText('The SDK.')).toBeVisible()
  await expectAccessible(page)
})
