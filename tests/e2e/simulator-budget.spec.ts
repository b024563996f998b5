import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { simulators } from '@/components/simulators/simulator-names'
import { expect, test } from './support/test'

/**
 * A simulator's code comes in parts: its own; the frame, one for all simulators (with the schemas and the store); the
 * editor and the reader of configurations, where they are asked for. Each is known by texts that no other part has.
 * What makes the runs is fetched by a worker: it is counted with the simulator's own.
 */
const marks = {
  frame: ['What is staged'],
  editor: ['cm-lintRange'],
  reader: ['document contains excessive aliasing', 'has invalid keys'],
} as const
const mostKb = { own: 60, frame: 30, editor: 150, reader: 60 } as const
type Part = keyof typeof mostKb

function partOf(script: string): Part {
  const found = (Object.keys(marks) as (keyof typeof marks)[]).find((part) =>
    marks[part].some((mark) => script.includes(mark)),
  )
  return found ?? 'own'
}

/** The scripts that a page asks for beyond those that its HTML names, with their text: what was fetched on demand. */
async function fetchedOnDemand(page: Page, address: string): Promise<string[]> {
  const bodies = new Map<string, Promise<string>>()
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript || new URL(response.url()).pathname.endsWith('.js'))
      bodies.set(response.url(), response.text())
  })
  const html = await (await page.goto(address))!.text()
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  // The editor takes the place of a plain field once it has come.
  await expect(page.locator('.simulator textarea[wrap="off"]')).toHaveCount(0)
  return Promise.all(
    [...bodies].filter(([url]) => !html.includes(new URL(url).pathname)).map(([, text]) => text),
  )
}

for (const name of Object.keys(simulators))
  test(`the simulator ${name} keeps to its size`, async ({ page }) => {
    const sizes: Record<Part, number> = { own: 0, frame: 0, editor: 0, reader: 0 }
    for (const text of await fetchedOnDemand(page, `/play/${name}?at=1`)) {
      sizes[partOf(text)] += gzipSync(text, { level: 6 }).length / 1000
    }
    const list = Object.entries(sizes).map(([part, kb]) => `${part} ${kb.toFixed(1)} kB`)
    console.log(`javascript of ${name}: ${list.join(', ')} gzipped`)
    expect(sizes.own).toBeGreaterThan(3)
    expect(sizes.frame).toBeGreaterThan(3)
    for (const part of Object.keys(mostKb) as Part[]) expect(sizes[part]).toBeLessThanOrEqual(mostKb[part])
  })
