/**
 * The service worker: what was opened opens again without the network, and grades that wait are sent when
 * there is one. Bundled by scripts/build.ts to /sw.js, with the build's id. See
 * docs/decisions/056-the-site-without-a-network.md.
 */
import { isAsset, isKeptData, OFFLINE_PAGE, SYNC_TAG } from '@/lib/offline/keep'
import { Keeper } from './keeper'
import { lastResort } from './last-resort'
import { sendWaiting } from './send-waiting'
import type { FetchingEvent, WorkerScope } from './worker-scope'

declare const SPANWISE_BUILD: string

const scope = self as unknown as WorkerScope
const keeper = new Keeper(scope.caches, SPANWISE_BUILD, (input, init) => fetch(input, init))
/** Where a page is kept, the network has this long to answer: in a tunnel it may never say no. */
const PATIENCE_MS = 10_000

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([scope.skipWaiting(), keeper.fetchPage(OFFLINE_PAGE)]))
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(keeper.takeOver().then(() => scope.clients.claim()))
})

scope.addEventListener('message', (event) => {
  const { data } = event
  if (data.says === 'claim') event.waitUntil(scope.clients.claim())
  if (data.says === 'reader')
    event.waitUntil(keeper.noteReader(data.reader, data.at).then(() => keeper.renew()))
  if (data.says === 'recorded') event.waitUntil(keeper.renew(0))
  if (data.says === 'opened')
    event.waitUntil(
      keeper
        .keepAssets(data.assets)
        .then(() => keeper.fetchPage(data.path))
        .then(() => keeper.renew()),
    )
})

scope.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(keeper.reader().then(sendWaiting))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (isAsset(url.pathname)) event.respondWith(keeper.asset(request))
  else if (request.mode === 'navigate') event.respondWith(openPage(event, url.pathname))
  else if (isKeptData(url)) event.respondWith(answerData(event, url.pathname))
})

/** The page from the network, else as it was kept, else the page that says there is none. */
async function openPage(event: FetchingEvent, path: string): Promise<Response> {
  const kept = await keeper.find(path)
  const askedAt = Date.now()
  try {
    const response = await within(fetch(event.request), kept ? PATIENCE_MS : null)
    // A proxy whose server is away: as good as no network.
    if (kept && [502, 503, 504].includes(response.status)) return kept
    const copy = response.clone()
    event.waitUntil(keeper.keep(path, copy, askedAt).then(() => keeper.renew()))
    return response
  } catch {
    return kept ?? (await keeper.find(OFFLINE_PAGE)) ?? lastResort()
  }
}

async function answerData(event: FetchingEvent, path: string): Promise<Response> {
  try {
    return await fetch(event.request)
  } catch {
    return (await keeper.find(path)) ?? Response.error()
  }
}

function within(answer: Promise<Response>, ms: number | null): Promise<Response> {
  if (ms === null) return answer
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The network did not answer in time.')), ms)
  })
  return Promise.race([answer, late])
}
