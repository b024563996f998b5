import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/test'

/** The state at the end of a busy run: 26,000 spans, two strategies. */
const busy = '/play/sampling?preset=fleet&perSecond=120&at=15000'

function simulator(page: Page): Locator {
  return page.locator('section.simulator')
}

/** What the run came to, in words and numbers. */
async function readResult(page: Page): Promise<string> {
  const frame = simulator(page)
  await expect(frame.getByText(/^A kept \d+ of \d+ errors/)).toBeVisible()
  return `${await frame.getByText(/^A kept/).textContent()} ${await frame.getByRole('table').innerText()}`
}

test('a run is made by a worker, and a page without workers makes the very same one', async ({
  page,
  context,
  complaints,
}) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto(busy)
  const byWorker = await readResult(page)
  expect(workers).toHaveLength(1)

  const other = await context.newPage()
  await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await other.goto(busy)
  expect(await readResult(other)).toBe(byWorker)
  expect(other.workers()).toEqual([])
  expect(complaints).toEqual([])
})

test('a page whose worker cannot be fetched makes the run itself', async ({ page }) => {
  await page.route(/turbopack-worker/, (route) => route.abort())
  await page.goto(busy)
  expect(await readResult(page)).toMatch(/^A kept [1-9]/)
})

test('a run that takes its time says so, leaves the old picture, and can be given up', async ({ page }) => {
  await page.goto(busy)
  const before = await readResult(page)
  // The worker is busy with something else for a while.
  const [worker] = page.workers()
  const isFree = worker!.evaluate(() => {
    const until = performance.now() + 4000
    while (performance.now() < until);
  })
  const frame = simulator(page)
  await frame.getByRole('button', { name: 'Traffic' }).click()
  const errors = frame.getByRole('slider', { name: 'Errors' })
  await errors.fill('0.2')
  await expect(errors).toHaveValue('0.2')
  await expect(frame.getByRole('progressbar', { name: 'Share that is prepared' })).toBeVisible()
  expect(await readResult(page)).toBe(before)
  await frame.getByRole('button', { name: 'Cancel' }).click()
  await expect(errors).toHaveValue('0.08')
  await expect(frame.getByRole('progressbar')).toBeHidden()
  await isFree

  // What was given up does not come after all, and the next wish is fulfilled.
  expect(await readResult(page)).toBe(before)
  await errors.fill('0.2')
  await expect(
    frame.getByRole('row', { name: /^Error rate, as stored 2\d %|^Error rate, as stored 1\d %/ }),
  ).toBeVisible()
})

test('a frame of a run that plays changes next to nothing in the document', async ({ page }) => {
  await page.goto('/play/sampling?preset=tail&perSecond=120')
  await simulator(page).getByRole('button', { name: 'Just show me' }).click()
  const { frames, changed } = await page.evaluate(async () => {
    let mutations = 0
    const changedIn: number[] = []
    const observer = new MutationObserver((records) => {
      mutations += records.length
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    for (let frame = 0; frame < 120; frame += 1) {
      await new Promise(requestAnimationFrame)
      changedIn.push(mutations)
      mutations = 0
    }
    observer.disconnect()
    return { frames: changedIn.length, changed: changedIn.filter((count) => count > 0).length }
  })
  expect(frames).toBe(120)
  // Numbers change four times a second, in three groups; the rest is drawn.
  expect(changed).toBeGreaterThan(0)
  expect(changed).toBeLessThan(60)
})

for (const width of [390, 1440])
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

    for (const name of ['propagation', 'cardinality', 'sampling'])
      test(`whatever is staged, shown or run to its end, the scene of ${name} stands where it stood`, async ({
        page,
      }) => {
        await page.goto(`/play/${name}`)
        const frame = simulator(page)
        const staged = frame.getByLabel('What is staged')
        await expect(staged).toBeVisible()
        const topOfScene = () =>
          frame.evaluate((section) => {
            const scene = section.lastElementChild!
            return Math.round(scene.getBoundingClientRect().top - section.getBoundingClientRect().top)
          })
        const top = await topOfScene()
        const presets = await staged
          .locator('option')
          .evaluateAll((options) => options.map((each) => each.getAttribute('value')!))
        for (const preset of presets) {
          await staged.selectOption(preset)
          expect(await topOfScene(), `${preset}, asked`).toBe(top)
          await frame.locator('fieldset button').first().click()
          await frame.getByRole('button', { name: 'Pause' }).click()
          expect(await topOfScene(), `${preset}, begun`).toBe(top)
          const next = frame.getByRole('button', { name: /^Next/ })
          while (await next.isEnabled()) await next.click()
          expect(await topOfScene(), `${preset}, over`).toBe(top)
        }
        for (const tab of await frame.getByRole('group', { name: 'What to set' }).getByRole('button').all()) {
          await tab.click()
          expect(await topOfScene(), 'with other controls').toBe(top)
        }
      })
  })
