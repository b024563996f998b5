import { expect, type Page } from '@playwright/test'
import { SYNC_TAG } from '@/lib/offline/keep'

/** Waits until the service worker keeps these paths for whoever reads here, and controls the page. */
export async function waitUntilKept(page: Page, paths: readonly string[]): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      if (!navigator.serviceWorker.controller) return []
      const names = (await caches.keys()).filter((name) => name.startsWith('spanwise-pages-'))
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(kept, { timeout: 30_000 }).toEqual(expect.arrayContaining([...paths]))
}

/** Lets the browser's Background Sync happen now, as it would once there is a network. */
export async function dispatchSync(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ isDeleted }) => !isDeleted)
      if (own) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    tag: SYNC_TAG,
    lastChance: false,
  })
}
