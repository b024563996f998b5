/**
 * What the simulators ask of a page's main thread, in Chromium slowed down four times: the work of each frame while a
 * run plays, and the longest task while each control is dragged. Run by `npm run bench:simulators`, or with a part of a
 * name to measure only some: `npm run bench:simulators -- drag`.
 *
 * Time is processor time of the main thread, the slowdown included: whatever else the machine does then adds little.
 */
import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../../scripts/find-browser'
import startServer from '../e2e/support/server'
import { dragEverything } from './support/drag-controls'
import { describeFrames, describeTasks, readMainThread, traceCategories } from './support/main-thread'
import { playScenes, sceneAddress } from './support/simulator-scenes'

const slowdown = 4
const asked = process.argv[2] ?? ''

const stopServer = await startServer()
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: browserFlags() })
try {
  for (const scene of playScenes.filter(({ name }) => name.includes(asked))) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(sceneAddress(scene))
    const frame = page.locator('section.simulator')
    await frame.getByRole('button', { name: 'Reset' }).waitFor()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await browser.startTracing(page, { categories: [...traceCategories] })
    if (scene.what === 'play') {
      await frame.getByRole('button', { name: 'Just show me' }).click()
      await page.waitForTimeout(scene.forMs)
    } else await dragEverything(page, frame)
    const main = readMainThread((await browser.stopTracing()).toString())
    const frames = scene.what === 'play' ? `${describeFrames(main)}; ` : ''
    console.log(`${scene.name}: ${frames}${describeTasks(main)}`)
    await page.close()
  }
} finally {
  await browser.close()
  await stopServer()
}
