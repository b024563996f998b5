import { course } from '@/content/course'
import { listLessons } from '@/lib/content/course'
import { expectFits } from './support/overflow'
import { expect, test } from './support/test'

const lesson = '/learn/the-opentelemetry-mental-model'

test('signed out, the server sends the opening, the first section and the summary, and nothing else', async ({
  page,
}) => {
  const answer = await page.goto(lesson)
  const html = await answer!.text()
  expect(html).not.toContain('id="signals"')
  expect(html).not.toContain('exemplars that')
  await expect(page.getByRole('heading', { name: 'Why OpenTelemetry', level: 2 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Summary', level: 2 })).toBeVisible()
  await expect(page.locator('[data-section]')).toHaveCount(2)
  const contents = page.getByRole('navigation', { name: 'Contents of this lesson' })
  await expect(
    contents.getByRole('listitem').filter({ hasText: 'locked until you sign in' }),
  ).not.toHaveCount(0)
  await expect(contents.getByRole('link', { name: 'Signals' })).toHaveCount(0)
})

test('the preview offers sign-in that leads back to where it pauses', async ({ page }) => {
  await page.goto(lesson)
  const offer = page.getByRole('link', { name: 'Sign in to read on' })
  await expect(offer).toHaveAttribute('href', `/sign-in?from=${encodeURIComponent(`${lesson}#signals`)}`)
})

test('signed in, everything is there, and what was read stays read', async ({ signedInPage: page }) => {
  await page.goto(lesson)
  await expect(page.getByRole('heading', { name: 'Sources', level: 2, exact: true })).toBeAttached()
  const contents = page.getByRole('navigation', { name: 'Contents of this lesson' })
  await expect(contents.getByText('0 of')).toBeVisible()
  const arrived = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('[data-section-end="signals"]').scrollIntoViewIfNeeded()
  await expect(contents.getByRole('link', { name: /^Signals.*read$/ })).toBeVisible()
  await arrived
  await page.goto(lesson)
  await expect(contents.getByRole('link', { name: /^Signals.*read$/ })).toBeVisible()
})

test('the contents mark the section the reader is in, and the reader is led back to it', async ({
  signedInPage: page,
}) => {
  await page.goto(lesson)
  const contents = page.getByRole('navigation', { name: 'Contents of this lesson' })
  const arrived = page.waitForResponse((response) => response.request().method() === 'POST')
  await contents.getByRole('link', { name: 'The Collector' }).click()
  await expect(contents.getByRole('link', { name: 'The Collector' })).toHaveAttribute(
    'aria-current',
    'location',
  )
  await arrived
  await page.goto(lesson)
  await page.getByRole('link', { name: 'Continue at The Collector' }).click()
  await expect(page.getByRole('heading', { name: 'The Collector', level: 2 })).toBeInViewport()
  await page.goto('/')
  await page.getByRole('link', { name: 'Continue reading' }).click()
  await expect(page).toHaveURL(`${lesson}#the-collector`)
})

test('an announced lesson is named in the course, leads nowhere and answers 404', async ({ page }) => {
  for (const { slug, title } of listLessons(course).filter(({ status }) => status === 'announced')) {
    await page.goto('/course')
    await expect(page.getByText(title, { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: title })).toHaveCount(0)
    expect((await page.goto(`/learn/${slug}`))?.status(), slug).toBe(404)
  }
  const answer = await page.goto('/learn/no-such-lesson')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible()
})

test('a lesson that is ready is a link in the course and opens', async ({ page }) => {
  for (const { slug, title } of listLessons(course).filter(({ status }) => status === 'ready')) {
    await page.goto('/course')
    await page.getByRole('main').getByRole('link', { name: title }).first().click()
    await expect(page).toHaveURL(`/learn/${slug}`)
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('contents open in a sheet, and the page never scrolls sideways', async ({ signedInPage: page }) => {
    await page.goto(lesson)
    await page.getByRole('button', { name: /^Contents/ }).click()
    const sheet = page.getByRole('dialog', { name: 'Contents of this lesson' })
    await sheet.getByRole('link', { name: 'Resources' }).click()
    await expect(sheet).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Resources', level: 2 })).toBeInViewport()
    await expectFits(page)
  })
})

test('the chosen theme holds at once and comes with the next page from the server', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Colour theme').selectOption('Dark')
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await paper()
  const answer = await page.goto('/course')
  expect(await answer!.text()).toContain('data-theme="dark"')
  expect(await paper()).toBe(dark)
  await page.getByLabel('Colour theme').selectOption('Light')
  expect(await paper()).not.toBe(dark)
})
