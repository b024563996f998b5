import type { Locator, Page } from '@playwright/test'

const movesPerDrag = 45

/** Drags every slider of a simulator there and back, chooses through every list, and types where one can type. */
export async function dragEverything(page: Page, frame: Locator): Promise<void> {
  const tabs = frame.getByRole('group', { name: 'What to set' }).getByRole('button')
  for (let tab = 0; tab < Math.max(1, await tabs.count()); tab += 1) {
    if ((await tabs.count()) > 0) await tabs.nth(tab).click()
    const closed = frame.locator('details:not([open]) > summary')
    while ((await closed.count()) > 0) await closed.first().click()
    for (const slider of await frame.getByRole('slider').all()) await drag(page, slider)
    for (const group of await frame
      .getByRole('radiogroup')
      .or(frame.locator('fieldset:has([type=radio])'))
      .all())
      for (const radio of await group.getByRole('radio').all()) await radio.check({ force: true })
  }
  const ofFrame = frame.getByLabel('Speed').or(frame.getByLabel('What is staged'))
  const lists = frame.getByRole('combobox')
  for (let list = 0; list < (await lists.count()); list += 1)
    if ((await lists.nth(list).and(ofFrame).count()) === 0) await choose(lists.nth(list))
  const stops = frame.getByRole('list', { name: 'The way of the request' }).getByRole('button')
  for (let stop = 0; stop < (await stops.count()); stop += 1) {
    await stops.nth(stop).click()
    for (const list of await frame.getByRole('group').getByRole('combobox').all()) await choose(list)
    for (const text of await frame.getByRole('textbox').all())
      await text.pressSequentially('00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01')
  }
}

async function drag(page: Page, slider: Locator): Promise<void> {
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('A slider has no place on the page.')
  const before = await slider.inputValue()
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  for (let move = 0; move <= movesPerDrag; move += 1) {
    const share = 0.5 - 0.48 * Math.cos((move / movesPerDrag) * 2 * Math.PI)
    await page.mouse.move(box.x + box.width * share, y)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
  await slider.fill(before)
}

async function choose(list: Locator): Promise<void> {
  const before = await list.inputValue()
  for (const option of await list.locator('option').all())
    await list.selectOption((await option.getAttribute('value')) ?? '')
  await list.selectOption(before)
}
