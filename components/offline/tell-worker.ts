import { type PageMessage, SYNC_TAG } from '@/lib/offline/keep'

/** Says something to the worker, where one controls this page. */
export function tellWorker(message: PageMessage): void {
  navigator.serviceWorker?.controller?.postMessage(message)
}

/** Background Sync, which TypeScript does not know and not every browser has. */
type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Asks the browser to let the worker send what waits once there is a network, open tab or not. */
export async function askForSync(): Promise<void> {
  if (!navigator.serviceWorker?.controller) return
  const registration: WithSync = await navigator.serviceWorker.ready
  // Refused by some settings: then what waits goes with the next page that opens.
  await registration.sync?.register(SYNC_TAG).catch(() => {})
}
