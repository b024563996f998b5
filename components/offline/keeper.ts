import {
  assetsOf,
  isAssets,
  isKeptPage,
  isPages,
  listAssets,
  NOTES,
  OFFLINE_PAGE,
  pagesOf,
  QUEUE_DATA,
  REVIEW_PAGE,
  readReader,
} from '@/lib/offline/keep'

interface Notes {
  /** Whose browser this is, as far as anyone has said; undefined before that. */
  reader?: string | null
  /** When the request was made that said so, in ms: an answer to an older one is out of date. */
  readAt: number
  /** The builds whose files are still held, newest first. */
  builds: string[]
}

const BUILD_HEADER = 'x-kept-by'
const TIME_HEADER = 'x-kept-at'
/** A kept queue is renewed with the next page once it is this old. */
const STALE_MS = 5 * 60_000
/** So many builds keep their files: the present one, and the one that a page still open may be of. */
const BUILDS = 2

/** The site as one browser keeps it: pages by reader, files by build. */
export class Keeper {
  private readonly notes: Promise<Notes>
  private renewing: Promise<void> | null = null

  constructor(
    private readonly caches: CacheStorage,
    private readonly build: string,
    private readonly ask: typeof fetch,
  ) {
    this.notes = this.readNotes()
  }

  /** Whose browser this is; undefined where nobody has said. */
  async reader(): Promise<string | null | undefined> {
    return (await this.notes).reader
  }

  /** Takes over from the worker of an earlier build: its files stay, those of the builds before it go. */
  async takeOver(): Promise<void> {
    const notes = await this.notes
    notes.builds = [this.build, ...notes.builds.filter((build) => build !== this.build)].slice(0, BUILDS)
    await this.writeNotes()
    const held = new Set(notes.builds.map(assetsOf))
    for (const name of await this.caches.keys())
      if (isAssets(name) && !held.has(name)) await this.caches.delete(name)
  }

  /** A file named by its content: from here, else from the network and kept. */
  async asset(request: Request | string): Promise<Response> {
    const own = await this.caches.open(assetsOf(this.build))
    const kept = await own.match(request)
    if (kept) return kept
    for (const name of (await this.caches.keys()).filter(isAssets)) {
      const older = await (await this.caches.open(name)).match(request)
      if (!older) continue
      // Pages kept from now on may need it when the older build's files go.
      await own.put(request, older.clone())
      return older
    }
    const fresh = await this.ask(request)
    if (fresh.ok) await own.put(request, fresh.clone())
    return fresh
  }

  async keepAssets(paths: readonly string[]): Promise<void> {
    // A file that cannot be had now is asked for again when the page wants it.
    await Promise.allSettled(paths.map((path) => this.asset(path)))
  }

  /** The kept answer to this path for whoever reads here. */
  async find(path: string): Promise<Response | undefined> {
    const { reader } = await this.notes
    if (reader === undefined) return undefined
    return (await this.caches.open(pagesOf(reader))).match(path)
  }

  /** Keeps an answer of the server's to a page; learns from it who reads here. `askedAt` in ms. */
  async keep(path: string, response: Response, askedAt: number): Promise<void> {
    const isHtml = response.headers.get('content-type')?.startsWith('text/html')
    if (!response.ok || response.redirected || !isHtml) return
    const html = await response.text()
    const reader = readReader(html)
    if (reader === undefined || !(await this.noteReader(reader, askedAt)) || !isKeptPage(path)) return
    await this.put(reader, path, html, response.headers)
    await this.keepAssets(listAssets(html))
  }

  /** Asks for a page in order to keep it; the network's absence is no fault. */
  async fetchPage(path: string): Promise<void> {
    const askedAt = Date.now()
    const init = { credentials: 'same-origin', redirect: 'manual', headers: { accept: 'text/html' } } as const
    const response = await this.ask(path, init).catch(() => null)
    if (response) await this.keep(path, response, askedAt)
  }

  /** Keeps an answer in JSON beside the pages of whoever reads here. */
  async keepData(path: string, response: Response): Promise<void> {
    const { reader } = await this.notes
    if (reader !== undefined && response.ok)
      await this.put(reader, path, await response.text(), response.headers)
  }

  /**
   * Who reads here, as a request made at `askedAt` found it. Where that is news, whatever was kept for
   * others goes. False where a later request has said otherwise: the answer is out of date.
   */
  async noteReader(reader: string | null, askedAt: number): Promise<boolean> {
    const notes = await this.notes
    if (notes.reader === reader) return true
    if (askedAt < notes.readAt) return false
    notes.reader = reader
    notes.readAt = askedAt
    await this.writeNotes()
    for (const name of await this.caches.keys())
      if (isPages(name) && name !== pagesOf(reader)) await this.caches.delete(name)
    return true
  }

  /** Brings up to date what is kept without being opened, and what an earlier build has kept. */
  renew(maxAgeMs = STALE_MS): Promise<void> {
    this.renewing ??= this.renewOnce(maxAgeMs).finally(() => {
      this.renewing = null
    })
    return this.renewing
  }

  private async renewOnce(maxAgeMs: number): Promise<void> {
    const notes = await this.notes
    const { reader } = notes
    if (reader === undefined) return
    if (!(await this.find(OFFLINE_PAGE))) await this.fetchPage(OFFLINE_PAGE)
    if (reader !== null) await this.renewReview(reader, maxAgeMs)
    const pages = await this.caches.open(pagesOf(reader))
    for (const request of await pages.keys()) {
      const by = (await pages.match(request))?.headers.get(BUILD_HEADER)
      if (by === this.build) continue
      const { pathname } = new URL(request.url)
      if (isKeptPage(pathname)) await this.fetchPage(pathname)
      // Its files went with its build: it could not be shown whole any more.
      const still = (await pages.match(request))?.headers.get(BUILD_HEADER)
      if (!notes.builds.includes(still ?? '')) await pages.delete(request)
    }
  }

  /** The review and its queue stay of one age: the next sitting goes on from the queue where the first ends. */
  private async renewReview(reader: string, maxAgeMs: number): Promise<void> {
    if (Date.now() - (await this.keptAt(REVIEW_PAGE)) >= maxAgeMs) await this.fetchPage(REVIEW_PAGE)
    const queueAt = await this.keptAt(QUEUE_DATA)
    if (Date.now() - queueAt < maxAgeMs && queueAt >= (await this.keptAt(REVIEW_PAGE))) return
    const init = { credentials: 'same-origin' } as const
    const queue = await this.ask(`${QUEUE_DATA}?cards=500`, init).catch(() => null)
    if (queue && (await this.reader()) === reader) await this.keepData(QUEUE_DATA, queue)
  }

  /** When the kept answer to this path was kept, in ms; 0 for one that is not. */
  private async keptAt(path: string): Promise<number> {
    return Number((await this.find(path))?.headers.get(TIME_HEADER) ?? 0)
  }

  private async put(reader: string | null, path: string, body: string, from: Headers): Promise<void> {
    const headers = new Headers(from)
    for (const name of ['set-cookie', 'content-encoding', 'content-length', 'vary']) headers.delete(name)
    headers.set(BUILD_HEADER, this.build)
    headers.set(TIME_HEADER, String(Date.now()))
    await (await this.caches.open(pagesOf(reader))).put(path, new Response(body, { headers }))
  }

  private async readNotes(): Promise<Notes> {
    const kept = await (await this.caches.open(NOTES)).match('/notes')
    return kept ? ((await kept.json()) as Notes) : { readAt: 0, builds: [] }
  }

  private async writeNotes(): Promise<void> {
    await (await this.caches.open(NOTES)).put('/notes', Response.json(await this.notes))
  }
}
