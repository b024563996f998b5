import { expect, type Page } from '@playwright/test'
import { SYNC_TAG } from '@/lib/offline/keep'

/**
 * Waits until the service worker controls the page and keeps these paths for whoever reads here, as they were
 * at `since` (ms) or later.
 */
export async function waitUntilKept(page: Page, paths: readonly string[], since = 0): Promise<void> {
  const kept = () =>
    page.evaluate(async (since) => {
      if (!navigator.serviceWorker.controller) return []
      const names = (await caches.keys()).filter((name) => name.startsWith('spanwise-pages-'))
      const found: string[] = []
      for (const name of names) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          const keptAt = Number((await cache.match(request))?.headers.get('x-kept-at'))
          if (keptAt >= since) found.push(new URL(request.url).pathname)
        }
      }
      return found
    }, since)
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
