import { describe, expect, test, vi } from 'vitest'
import { Keeper } from '@/components/offline/keeper'
import { MemoryCaches } from './memory-caches'

const lesson = '/learn/a-lesson'
const fileOf = (build: string) => `/_next/static/${build}.js`

/** The site as one build of it answers; `isAway` for a server, or a network, that does not. */
class Site {
  isAway = false
  asked: string[] = []

  constructor(
    public build: string,
    private readonly reader = '',
  ) {}

  readonly ask = async (input: RequestInfo | URL): Promise<Response> => {
    const path = String(input)
    this.asked.push(path)
    if (this.isAway) throw new TypeError('Failed to fetch')
    // A server has the files of its own build alone.
    if (path.startsWith('/_next/'))
      return path === fileOf(this.build)
        ? new Response(`script of ${this.build}`)
        : new Response('', { status: 404 })
    if (path.startsWith('/api/')) return Response.json({ build: this.build })
    const reader = `<span hidden="" data-reader="${this.reader}"></span>`
    return new Response(`${reader}<p>By ${this.build}</p><script src="${fileOf(this.build)}"></script>`, {
      headers: { 'content-type': 'text/html' },
    })
  }
}

/** A browser in which one build has kept a lesson and its files. */
async function browser() {
  const caches = new MemoryCaches()
  const site = new Site('one')
  const openWorker = () => new Keeper(caches as unknown as CacheStorage, site.build, site.ask as typeof fetch)
  const first = openWorker()
  await first.takeOver()
  await first.fetchPage(lesson)
  /** The site is built anew, and its worker takes over from the one before. */
  const update = async (build: string) => {
    site.build = build
    const worker = openWorker()
    await worker.takeOver()
    return worker
  }
  const text = async (worker: Keeper, path: string) => (await worker.find(path))?.text()
  return { site, first, update, text }
}

describe('a worker of a new build', () => {
  test('leaves a page that is still open the files that it was made with', async () => {
    const { site, update } = await browser()
    const second = await update('two')
    site.isAway = true
    expect(await (await second.asset(fileOf('one'))).text()).toBe('script of one')
  })

  test('shows what the build before it kept, whole, until it has its own', async () => {
    const { site, update, text } = await browser()
    const second = await update('two')
    site.isAway = true
    await second.renew()
    expect(await text(second, lesson)).toContain('By one')
    expect(await (await second.asset(fileOf('one'))).text()).toBe('script of one')
    site.isAway = false
    await second.renew()
    expect(await text(second, lesson)).toContain('By two')
    site.isAway = true
    expect(await (await second.asset(fileOf('two'))).text()).toBe('script of two')
  })

  test('asks for a kept page once: what is its own already is not asked for again', async () => {
    const { site, update } = await browser()
    const second = await update('two')
    await second.renew()
    site.asked = []
    await second.renew()
    expect(site.asked).not.toContain(lesson)
  })

  test('drops the files of the build before the last, and the pages that only those could show', async () => {
    const { site, update, text } = await browser()
    site.isAway = true
    await (await update('two')).renew()
    const third = await update('three')
    await third.renew()
    expect(await text(third, lesson)).toBeUndefined()
    site.isAway = false
    expect((await third.asset(fileOf('one'))).status).toBe(404)
  })

  test('knows who reads here from the worker before it', async () => {
    const { update } = await browser()
    expect(await (await update('two')).reader()).toBeNull()
  })

  test('that takes over twice, as after a restart, drops nothing', async () => {
    const { site, update, text } = await browser()
    await update('two')
    const again = await update('two')
    site.isAway = true
    expect(await text(again, lesson)).toContain('By one')
    expect(await (await again.asset(fileOf('one'))).text()).toBe('script of one')
  })
})

test('the queue is kept as new as the review’s page, also where only the page was opened', async () => {
  const caches = new MemoryCaches()
  const site = new Site('one', crypto.randomUUID())
  const worker = new Keeper(caches as unknown as CacheStorage, site.build, site.ask as typeof fetch)
  await worker.takeOver()
  const open = async () => worker.keep('/review', await site.ask('/review'), Date.now())
  await open()
  await worker.renew()
  expect(await (await worker.find('/api/due'))?.json()).toEqual({ build: 'one' })
  site.build = 'two'
  vi.useFakeTimers({ now: Date.now() + 1000 })
  await open()
  await worker.renew()
  expect(await (await worker.find('/api/due'))?.json()).toEqual({ build: 'two' })
  site.asked = []
  await worker.renew()
  expect(site.asked).toEqual([])
  vi.useRealTimers()
})
