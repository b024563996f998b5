import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/accessibility'
import { fillPast } from './support/deck'
import { expect, test } from './support/test'

const csv =
  'question,answer,tags\nWhat is a gauge?,A value at a moment.,metrics\nWhy?,Because.,\n,nothing asked,\n'

test('a learner takes everything along: as JSON, for Anki, and as a table', async ({
  signedInPage: page,
}) => {
  await page.goto('/course')
  await fillPast(page, [['api-without-sdk', 20, 3]])
  await page.goto('/settings/data')
  await expectAccessible(page)
  const take = async (name: RegExp) => {
    const started = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    const download = await started
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const json = await take(/as JSON/)
  expect(json.name).toMatch(/^spanwise-\d{4}-\d\d-\d\d\.json$/)
  expect(JSON.parse(json.bytes.toString()).review_events).toHaveLength(1)
  const anki = await take(/for Anki/)
  expect([anki.name.endsWith('.apkg'), anki.bytes.subarray(0, 2).toString()]).toEqual([true, 'PK'])
  const table = await take(/as CSV/)
  expect(table.bytes.toString()).toContain(',api-without-sdk,grade,3,')
})

test('a table of cards is looked at first, then brought in, and what is no such file is refused', async ({
  signedInPage: page,
}) => {
  await page.goto('/settings/data')
  const file = page.getByLabel('File')
  await file.setInputFiles({
    name: 'cards.apkg',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK no zip'),
  })
  await expect(
    page.getByText('The archive is damaged: it cannot be unpacked. Nothing was written.'),
  ).toBeVisible()

  await file.setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  const preview = page.getByRole('region', { name: 'What it would bring' })
  await expect(preview).toContainText('New cards of your own2')
  await expect(preview).toContainText('1: no text on one of its sides')
  await expect(preview).toContainText('What is a gauge?')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect(preview).toBeHidden()
  await expect(file).toBeFocused()

  await file.setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('Imported: 2 cards, 0 reviews.')).toBeVisible()
  await page.goto('/cards')
  await expect(page.getByText('What is a gauge?')).toBeVisible()
})

test('a package of Anki’s brings its cards with the reviews that they had', async ({
  signedInPage: page,
}) => {
  await page.goto('/course')
  await fillPast(page, [
    ['api-without-sdk', 20, 3],
    ['api-without-sdk', 10, 1],
    ['otlp-is', 5, 3],
  ])
  const anki = await (await page.request.get('/api/export/anki')).body()
  await page.goto('/settings/data')
  const before = await page.request.get('/api/export/csv')
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'mine.apkg', mimeType: 'application/zip', buffer: anki })
  await expect(page.getByRole('region', { name: 'What it would bring' })).toContainText(
    'Reviews and other events, of 2 cards3',
  )
  expect(await (await page.request.get('/api/export/csv')).text()).toBe(await before.text())
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByText('Imported: 2 cards, 3 reviews.')).toBeVisible()
  expect(await (await page.request.get('/api/export/csv')).text()).toContain(',import,')
})
