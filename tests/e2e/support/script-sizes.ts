import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/**
 * What the browser really asks for from here on, compressed as a proxy would: whatever a page comes to load, by a
 * preload, a prefetch or an import, is counted. Returns a reading of it in kB.
 */
export function countScripts(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 6 }).length),
    )
  })
  return async () => {
    if (sizes.size <= 3)
      throw new Error(`Only ${sizes.size} scripts were seen: the count is not to be believed.`)
    return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0) / 1000
  }
}
