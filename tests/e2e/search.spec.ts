import { expect, test } from './support/test'

test('search opens by a key, finds as you type without asking the server again, and leads to the section', async ({
  signedInPage: page,
  complaints,
}) => {
  // A key is heard once the page has come to life.
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search lessons and cards' })
  await expect(field).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Type a word' })).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await field.pressSequentially('memory_limiter')
  const options = page.getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  expect(asked).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id'))!)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/learn\/[a-z-]+#/)
  await expect(field).toBeHidden()
  expect(complaints).toEqual([])
})

test('Escape closes search and gives the focus back', async ({ page }) => {
  await page.goto('/course')
  const button = page.getByRole('button', { name: 'Search' })
  await button.click()
  await expect(page.getByRole('combobox', { name: 'Search lessons and cards' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Search lessons and cards' })).toBeHidden()
  await expect(button).toBeFocused()
})

test('signed out, the index holds only what may be read, and is not sent again unchanged', async ({
  request,
}) => {
  const answer = await request.get('/search-index')
  const ids = ((await answer.json()) as { id: string }[]).map(({ id }) => id)
  expect(ids).toContain('the-opentelemetry-mental-model#summary')
  expect(ids).not.toContain('the-opentelemetry-mental-model#signals')
  const again = await request.get('/search-index', { headers: { 'if-none-match': answer.headers().etag! } })
  expect(again.status()).toBe(304)
})
