import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { simulators } from '@/components/simulators/simulator-names'
import { expect, test } from './support/test'

/**
 * A simulator's code comes in parts: its own, the frame included; the library of schemas and the store, one for all
 * simulators; the editor and the reader of configurations, where they are asked for. Each is known by texts that no
 * other part has. What a worker fetches is counted by itself: it is asked for beside the page, though some of it by both.
 */
const marks = {
  schemas: ['_zod'],
  editor: ['cm-lintRange'],
  reader: ['document contains excessive aliasing', 'has invalid keys'],
} as const
/** `own` is the simulator with its share of the schemas: all that a page fetches for its picture. */
const mostKb = { own: 60, editor: 150, reader: 60, worker: 60 } as const
type Part = keyof typeof mostKb | 'schemas'

function partOf(script: string): Part {
  const found = (Object.keys(marks) as (keyof typeof marks)[]).find((part) =>
    marks[part].some((mark) => script.includes(mark)),
  )
  return found ?? 'own'
}

/** The scripts that a page asks for beyond those that its HTML names, with their text: what was fetched on demand. */
async function fetchedOnDemand(page: Page, address: string) {
  const bodies = new Map<string, Promise<string>>()
  const ofWorkers = new Map<string, Promise<string>>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().resourceType() === 'script') bodies.set(response.url(), response.text())
    // What a worker imports has no type of its own.
    else if (pathname.endsWith('.js')) ofWorkers.set(response.url(), response.text())
  })
  const html = await (await page.goto(address))!.text()
  await expect(page.getByRole('button', { name: 'Share' })).toBeVisible()
  // The editor takes the place of a plain field once it has come.
  await expect(page.locator('.simulator textarea[wrap="off"]')).toHaveCount(0)
  const onDemand = [...bodies].filter(([url]) => !html.includes(new URL(url).pathname))
  return {
    page: await Promise.all(onDemand.map(([, text]) => text)),
    workers: await Promise.all(ofWorkers.values()),
  }
}

const kbOf = (text: string) => gzipSync(text, { level: 6 }).length / 1000

for (const name of Object.keys(simulators))
  test(`the simulator ${name} keeps to its size`, async ({ page }) => {
    const sizes: Record<Part, number> = { own: 0, schemas: 0, editor: 0, reader: 0, worker: 0 }
    const fetched = await fetchedOnDemand(page, `/play/${name}?at=1`)
    for (const text of fetched.page) sizes[partOf(text)] += kbOf(text)
    for (const text of fetched.workers) if (partOf(text) === 'own') sizes.worker += kbOf(text)
    const list = Object.entries(sizes).map(([part, kb]) => `${part} ${kb.toFixed(1)} kB`)
    console.log(`javascript of ${name}: ${list.join(', ')} gzipped`)
    expect(sizes.own).toBeGreaterThan(3)
    expect(sizes.schemas).toBeGreaterThan(3)
    expect(sizes.own + sizes.schemas).toBeLessThanOrEqual(mostKb.own)
    for (const part of ['editor', 'reader', 'worker'] as const)
      expect(sizes[part]).toBeLessThanOrEqual(mostKb[part])
  })
