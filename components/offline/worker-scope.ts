import type { PageMessage } from '@/lib/offline/keep'

/**
 * What we use of a service worker's world. TypeScript knows either a page's world or a worker's, and this
 * project's is the page's; they share caches, requests and events.
 */
export interface WorkerScope {
  readonly location: Location
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchingEvent) => void): void
  addEventListener(type: 'message', listener: (event: LastingEvent & { data: PageMessage }) => void): void
  addEventListener(type: 'sync', listener: (event: LastingEvent & { tag: string }) => void): void
}

/** An event that keeps the worker alive until the work is done. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchingEvent extends LastingEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
