/**
 * What the service worker keeps of the site, and for whom. Pure: the worker, the page and the tests read
 * the same rules.
 */

const PAGES = 'spanwise-pages-'
const ASSETS = 'spanwise-assets-'

/** Where the worker notes whose browser this is, and which builds it still holds files of. */
export const NOTES = 'spanwise-notes'

/** Shown in place of a page that was never opened here. */
export const OFFLINE_PAGE = '/offline'

/** The review's page, kept fresh without being opened: it brings the queue along. */
export const REVIEW_PAGE = '/review'

/** The queue as data, all of it: a session takes the first of it, and the next session goes on. */
export const QUEUE_DATA = '/api/due'

/** What search looks through. */
export const SEARCH_DATA = '/search-index'

/** Event and tag by which the browser asks the worker to send what waits (Background Sync). */
export const SYNC_TAG = 'spanwise-events'

/** What a page says to the worker. */
export type PageMessage =
  /** This page was opened while there was no worker to take charge of it. */
  | { says: 'claim' }
  /** This page was opened without the worker seeing it: keep it, and these files of it. */
  | { says: 'opened'; path: string; assets: string[] }
  /** The reader of this tab changed, at this time (ms): signed in as someone, or signed out (null). */
  | { says: 'reader'; reader: string | null; at: number }
  /** The server has taken grades: the kept queue is older than they are. */
  | { says: 'recorded' }

/** The cache of one reader's pages; `null` is someone signed out. */
export function pagesOf(reader: string | null): string {
  return `${PAGES}${reader ?? 'nobody'}`
}

/** Whether this cache holds pages of anyone. */
export function isPages(cache: string): boolean {
  return cache.startsWith(PAGES)
}

/** The cache of one build's files. */
export function assetsOf(build: string): string {
  return `${ASSETS}${build}`
}

/** Whether this cache holds files of any build. */
export function isAssets(cache: string): boolean {
  return cache.startsWith(ASSETS)
}

/** Files named by their content: once kept, never asked for again. */
export function isAsset(path: string): boolean {
  return path.startsWith('/_next/static/')
}

/** Pages that make sense without the network. What changes an account does not. */
export function isKeptPage(path: string): boolean {
  return /^\/(?:$|(?:course|learn|play|review|cards|stats|offline)(?:\/[\w-]+)?$)/.test(path)
}

/** Answers that pages ask for by themselves, and that are worth keeping. */
export function isKeptData({ pathname, search }: URL): boolean {
  return (pathname === QUEUE_DATA && search === '') || pathname === SEARCH_DATA
}

/**
 * Whose page this is, by the mark that the layout writes into every page (ReaderMark): a learner's id, null
 * for someone signed out, undefined where the page does not say. Text of a page cannot pretend to be the
 * mark, since its angle brackets are written as entities.
 */
export function readReader(html: string): string | null | undefined {
  const mark = /<span hidden="" data-reader="([0-9a-f-]{36}|)">/.exec(html)
  if (!mark) return undefined
  return mark[1] === '' ? null : mark[1]!
}

/** The files of a build that a page names: scripts, styles and fonts. */
export function listAssets(html: string): string[] {
  return [...new Set(html.match(/\/_next\/static\/[\w./~@%-]+\.(?:js|css|woff2|png|svg)/g) ?? [])]
}
