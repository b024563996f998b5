import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { simulators } from '@/components/simulators/simulator-names'
import { expect, test } from './support/test'

/** What only comes on demand, by a text that is in no other chunk. */
const apart = { editor: 'cm-lintRange', reader: 'document contains excessive aliasing' } as const
const mostKb = { own: 60, editor: 150, reader: 60 } as const

/** The scripts that a page asks for beyond those that its HTML names, with their text: what was fetched on demand. */
async function fetchedOnDemand(page: Page, address: string): Promise<string[]> {
  const bodies = new Map<string, Promise<string>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.set(response.url(), response.text())
  })
  const html = await (await page.goto(address))!.text()
  await page.waitForLoadState('networkidle')
  return Promise.all(
    [...bodies].filter(([url]) => !html.includes(new URL(url).pathname)).map(([, text]) => text),
  )
}

for (const name of Object.keys(simulators))
  test(`the simulator ${name} keeps to its size`, async ({ page }) => {
    const sizes = { own: 0, editor: 0, reader: 0 }
    for (const text of await fetchedOnDemand(page, `/play/${name}?at=1`)) {
      const part = text.includes(apart.editor) ? 'editor' : text.includes(apart.reader) ? 'reader' : 'own'
      sizes[part] += gzipSync(text, { level: 6 }).length / 1000
    }
    const list = Object.entries(sizes).map(([part, kb]) => `${part} ${kb.toFixed(1)} kB`)
    console.log(`javascript of ${name}: ${list.join(', ')} gzipped`)
    expect(sizes.own).toBeGreaterThan(3)
    for (const part of ['own', 'editor', 'reader'] as const)
      expect(sizes[part]).toBeLessThanOrEqual(mostKb[part])
  })
