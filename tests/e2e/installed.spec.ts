import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { browserFlags, findBrowser } from '../../scripts/find-browser'
import { fillDeck, listDueIds, openReview, signUp } from './support/deck'
import { killBrowser } from './support/kill-browser'
import { countReviews, createLearner, signIn } from './support/learner'
import { expect, test } from './support/test'
import { dispatchSync, waitUntilKept } from './support/worker'

const lesson = '/learn/the-opentelemetry-mental-model'
const cards = ['api-without-sdk', 'otlp-is', 'metric-cost-driver']

test.use({ serviceWorkers: 'allow' })

test('the site can be installed', async ({ page, context }) => {
  await page.goto('/')
  await waitUntilKept(page, ['/offline'])
  const session = await context.newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A private window, as a test's is, may not install anything; nothing else may stand in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  const { data, errors } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '{}') as { icons: { src: string; sizes: string; purpose?: string }[] }
  for (const icon of manifest.icons) expect((await page.request.get(icon.src)).status(), icon.src).toBe(200)
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  )
})

test('what was opened opens again without a network, and what was not says so', async ({
  page,
  context,
  complaints,
}) => {
  await page.goto(lesson)
  await waitUntilKept(page, [lesson, '/offline'])
  await page.goto('/play/propagation')
  await expect(page.getByRole('region', { name: 'A checkout and its context' })).toBeVisible()
  await waitUntilKept(page, ['/play/propagation'])
  await context.setOffline(true)

  await page.goto(lesson)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The OpenTelemetry mental model')
  // Its scripts ran, so its nonce is its own: a theme is chosen by script alone.
  await page.getByRole('combobox', { name: 'Colour theme' }).selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/play/propagation')
  await expect(page.getByRole('region', { name: 'A checkout and its context' })).toBeVisible()

  await page.goto('/play/cardinality')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not here without a network')
  await page.getByRole('link', { name: 'The OpenTelemetry mental model' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The OpenTelemetry mental model')
  expect(complaints.filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a page that was opened past the worker is taken charge of, and kept', async ({ page, context }) => {
  await page.goto('/course')
  await waitUntilKept(page, ['/course'])
  const session = await context.newCDPSession(page)
  const openedAt = Date.now()
  // As by Shift and reload, or where the worker starts while a page is on its way: nobody controls it.
  await Promise.all([page.waitForEvent('load'), session.send('Page.reload', { ignoreCache: true })])
  await waitUntilKept(page, ['/course'], openedAt)
})

test('a page of one learner never opens for another, nor for someone signed out', async ({
  page,
  context,
}) => {
  const [ada, bob] = [await createLearner(), await createLearner()]
  await signIn(context, ada)
  await page.goto('/course')
  await waitUntilKept(page, ['/course', '/review', '/offline'])
  await page.goto(lesson)
  await waitUntilKept(page, [lesson])
  await context.clearCookies()
  await signIn(context, bob)
  await page.goto('/course')
  await waitUntilKept(page, ['/course', '/review'])
  await context.setOffline(true)
  await page.goto(lesson)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not here without a network')
  await context.setOffline(false)

  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).join())).not.toContain(bob.id)
  await context.setOffline(true)
  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not here without a network')
})

test('what is due opens without a network, and what waits is sent by the worker alone', async ({
  page,
  context,
}) => {
  await signUp(page)
  await fillDeck(page, cards)
  const filledAt = Date.now()
  await openReview(page)
  await waitUntilKept(page, ['/review'], filledAt)
  await context.setOffline(true)
  await openReview(page)
  await expect(page.getByText('3 left', { exact: true })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByText('1 grade waits')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 left', { exact: true })).toBeVisible()
  // No page of ours is open any more: a bare answer of the same origin, without a script.
  await page.goto('about:blank')
  await context.setOffline(false)
  // An answer without a script, of the same origin: no page of ours is open that could send.
  await page.goto('/api/health')
  await dispatchSync(page)
  await expect.poll(() => listDueIds(page), { timeout: 30_000 }).toEqual(cards.slice(1))
})

test('a second sitting goes on without a network, with the cards that the first had no room for', async ({
  signedInPage: page,
  context,
}) => {
  await page.goto('/settings/review')
  await page.getByLabel('Cards in a session').fill('5')
  await page.getByRole('button', { name: 'See what changes' }).click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/^Last changed on/)).toBeVisible()
  const more = [...cards, 'library-depends-on-api', 'usb-ends', 'baggage-as-signal', 'event-or-log']
  await fillDeck(page, more)
  const filledAt = Date.now()
  await openReview(page)
  await waitUntilKept(page, ['/review', '/api/due'], filledAt)
  await context.setOffline(true)
  await openReview(page)
  for (let given = 0; given < 5; given += 1) {
    await page.keyboard.press('Space')
    await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused()
    await page.keyboard.press('3')
    await expect(page.getByRole('region', { name: 'Answer' })).toBeHidden()
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enough for one sitting')
  await page.getByRole('button', { name: 'Review more now' }).click()
  await expect(page.getByText('2 left', { exact: true })).toBeVisible()
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByText('Offline. 6 grades wait in this browser.')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => listDueIds(page), { timeout: 30_000 }).toHaveLength(1)
})

/** How many grades the page says wait in this browser. */
async function countWaiting(page: Page): Promise<number> {
  return Number(/(\d+) grades? waits?/.exec(await page.locator('body').innerText())?.[1] ?? 0)
}

test.describe('a browser killed in the middle', () => {
  test.setTimeout(240_000)

  test('200 of 200 offline reviews are delivered, each once', async ({ baseURL }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'spanwise-profile-'))
    const open = (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(folder, {
        executablePath: findBrowser() ?? undefined,
        args: browserFlags(),
        baseURL: baseURL!,
      })
    let context = await open()
    let page = await context.newPage()
    const { email } = await signUp(page)
    await fillDeck(page, cards)
    const filledAt = Date.now()
    await openReview(page)
    await waitUntilKept(page, ['/review'], filledAt)
    const before = await countReviews(email)
    // Closed as one closes it: Chromium writes cookies and the list of what it keeps to disk a while later.
    await context.close()
    context = await open()
    await context.setOffline(true)
    page = await context.newPage()
    let given = 0
    // Killed, not closed: after each part the process is gone between one key press and the next.
    for (const upTo of [70, 140, 200]) {
      await openReview(page)
      for (; given < upTo; given += 1) {
        await page.keyboard.press('Space')
        await expect(page.getByRole('region', { name: 'Answer' })).toBeFocused()
        await page.keyboard.press('1')
        await expect(page.getByRole('heading', { name: 'Question' }).locator('..')).toBeFocused()
      }
      // What waits here, and what the worker sent in the moment in which the new browser had a network.
      const written = async () => (await countWaiting(page)) + (await countReviews(email)) - before
      await expect.poll(written).toBeGreaterThanOrEqual(given)
      await killBrowser(folder)
      context = await open()
      await context.setOffline(true)
      page = await context.newPage()
    }
    await context.setOffline(false)
    await page.goto('/review')
    await expect.poll(() => countReviews(email), { timeout: 30_000 }).toBe(before + 200)
    await page.goto('/review')
    await expect(page.getByText('3 left', { exact: true })).toBeVisible()
    expect(await countReviews(email)).toBe(before + 200)
    await context.close()
    await rm(folder, { recursive: true, force: true })
  })
})
