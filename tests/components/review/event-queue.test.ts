import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEventDatabase } from '@/components/review/event-database'
import { EventMemory } from '@/components/review/event-memory'
import { BATCH_SIZE, EventQueue, type QueueWorld } from '@/components/review/event-queue'
import { ANONYMOUS, type EventStore } from '@/components/review/event-store'
import { BATCH_LIMIT, type EventAnswer, type ReviewEvent, reviewEvent } from '@/lib/review/event'
import { eventId } from '@/lib/review/event-id'

const ada = '0190b0a0-0000-7000-8000-00000000000a'
const ben = '0190b0a0-0000-7000-8000-00000000000b'
const serverNow = Date.parse('2026-11-23T12:00:00Z')

/** A server of the wire contract: it keeps each id once, and answers at each event's own place. */
class FakeServer implements QueueWorld {
  signedIn: string | null = ada
  createdAt = 0
  isReachable = true
  losesAnswers = false
  status = 200
  browserNow = serverNow
  refuse: (event: ReviewEvent) => boolean = () => false
  readonly log = new Map<string, ReviewEvent>()
  readonly batches: ReviewEvent[][] = []
  timers: { work: () => void; ms: number }[] = []

  now = () => this.browserNow
  random = () => 0.5
  later = (work: () => void, ms: number) => {
    const timer = { work, ms }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((each) => each !== timer)
    }
  }
  alone = (_name: string, work: () => Promise<void>) => work()

  fetch = async (_path: string, init: RequestInit): Promise<Response> => {
    if (!this.isReachable) throw new TypeError('Failed to fetch')
    const body = JSON.parse(String(init.body)) as { learner: string; events: ReviewEvent[] }
    if (!this.signedIn) return new Response('{}', { status: 401 })
    if (this.signedIn !== body.learner) return new Response('{}', { status: 409 })
    if (this.status !== 200) return new Response('{}', { status: this.status })
    if (body.events.some(this.refuse)) return new Response('{}', { status: 400 })
    this.batches.push(body.events)
    const answers = body.events.map((event) => this.take(event))
    if (this.losesAnswers) throw new TypeError('Failed to fetch')
    const headers = { date: new Date(serverNow).toUTCString() }
    return Response.json({ answers, states: [] }, { headers })
  }

  private take(event: ReviewEvent): EventAnswer {
    const { id } = reviewEvent.parse(event)
    if (event.at > serverNow + 300_000) return { id, outcome: 'refused', code: 'ahead_of_clock' }
    if (event.at < this.createdAt) return { id, outcome: 'refused', code: 'before_account' }
    if (event.cardId === 'unknown-card') return { id, outcome: 'refused', code: 'unknown_card' }
    const outcome = this.log.has(id) ? 'duplicate' : 'recorded'
    if (outcome === 'recorded') this.log.set(id, event)
    return { id, outcome }
  }
}

let made = 0
function event(at = serverNow - 10_000, cardId = 'some-card'): ReviewEvent {
  made += 1
  const chance = new Uint8Array(10)
  new DataView(chance.buffer).setUint32(6, made)
  return {
    id: eventId(at, chance),
    cardId,
    at,
    zone: 'Europe/Berlin',
    dayStartsAt: 4,
    kind: 'grade',
    grade: 3,
    durationMs: 900,
    source: 'review',
  }
}

let name = 0
let server: FakeServer
const open: EventQueue[] = []

async function openQueue(owner = ada, store?: EventStore): Promise<EventQueue> {
  const queue = new EventQueue(owner, store ?? (await openEventDatabase(`test-${name}`)), server)
  open.push(queue)
  return queue
}

beforeEach(() => {
  name += 1
  server = new FakeServer()
})

afterEach(() => {
  for (const queue of open.splice(0)) queue.close()
})

describe('events on their way to the server', () => {
  test('are gone from the browser once the server has them', async () => {
    const queue = await openQueue()
    const one = event()
    await queue.add(one)
    await queue.flush()
    expect([...server.log.keys()]).toEqual([one.id])
    expect(await queue.listWaiting()).toEqual([])
    expect(queue.getStatus()).toMatchObject({ waiting: 0, connection: 'ok', isDurable: true })
  })

  test('wait while the server cannot be reached, and go when it can', async () => {
    server.isReachable = false
    const queue = await openQueue()
    await queue.add(event())
    await queue.add(event())
    await queue.flush()
    expect(queue.getStatus()).toMatchObject({ waiting: 2, connection: 'offline' })
    server.isReachable = true
    await queue.flush()
    expect(server.log.size).toBe(2)
    expect(queue.getStatus()).toMatchObject({ waiting: 0, connection: 'ok' })
  })

  test('are tried again after longer and longer waits, up to a minute', async () => {
    server.status = 503
    const queue = await openQueue()
    await queue.add(event())
    await queue.flush()
    const waits: (number | undefined)[] = []
    for (let i = 0; i < 9; i++) {
      const timer = server.timers.at(-1)
      waits.push(timer?.ms)
      expect(server.timers.length).toBe(1)
      timer?.work()
      await queue.flush()
    }
    expect(waits.slice(0, 3).every((ms, i) => (ms ?? 0) >= 1000 * 2 ** i)).toBe(true)
    expect(waits.at(-1)).toBe(60_000)
    expect(queue.getStatus().connection).toBe('unavailable')
  })

  test('survive the closing of the page', async () => {
    server.isReachable = false
    const before = await openQueue()
    const one = event()
    await before.add(one)
    await before.flush()
    before.close()
    server.isReachable = true
    const after = await openQueue()
    expect(await after.listWaiting()).toEqual([one])
    await after.flush()
    expect([...server.log.keys()]).toEqual([one.id])
  })

  test('are counted once where the answer was lost on its way back', async () => {
    server.losesAnswers = true
    const queue = await openQueue()
    await queue.add(event())
    await queue.flush()
    expect(queue.getStatus().waiting).toBe(1)
    server.losesAnswers = false
    await queue.flush()
    expect(server.log.size).toBe(1)
    expect(queue.getStatus().waiting).toBe(0)
  })

  test('go in batches no larger than the server takes', async () => {
    expect(BATCH_SIZE).toBeLessThanOrEqual(BATCH_LIMIT)
    const store = await openEventDatabase(`test-${name}`)
    const events = Array.from({ length: 1203 }, () => event())
    await store.put(events.map((each) => ({ id: each.id, owner: ada, event: each, redated: 0 })))
    const queue = await openQueue(ada, store)
    await queue.flush()
    expect(server.batches.map((batch) => batch.length)).toEqual([500, 500, 203])
    expect(server.log.size).toBe(1203)
  })

  test('go once where two tabs send at the same time', async () => {
    server.isReachable = false
    const one = await openQueue()
    const two = await openQueue()
    for (let i = 0; i < 20; i++) await (i % 2 ? one : two).add(event())
    await Promise.all([one.flush(), two.flush()])
    server.isReachable = true
    await Promise.all([one.flush(), two.flush()])
    expect(server.log.size).toBe(20)
    expect(await one.listWaiting()).toEqual([])
  })
})

describe('events and whose they are', () => {
  test('one learner’s events are never sent for another', async () => {
    server.isReachable = false
    const adas = await openQueue(ada)
    await adas.add(event())
    await adas.flush()
    server.isReachable = true
    server.signedIn = ben
    const bensStore = await openEventDatabase(`test-${name}`)
    await bensStore.adopt(ben)
    await (await openQueue(ben, bensStore)).flush()
    expect(server.log.size).toBe(0)
    await adas.flush()
    expect(server.log.size).toBe(0)
    expect(adas.getStatus()).toMatchObject({ waiting: 1, connection: 'other_learner' })
    server.signedIn = ada
    await adas.flush()
    expect(server.log.size).toBe(1)
  })

  test('events wait while their learner is signed out', async () => {
    server.signedIn = null
    const queue = await openQueue()
    await queue.add(event())
    await queue.flush()
    expect(queue.getStatus()).toMatchObject({ waiting: 1, connection: 'signed_out' })
    expect(server.timers).toEqual([])
  })

  test('answers given signed out are never sent before someone signs in, and then join that account', async () => {
    const anonymous = await openQueue(ANONYMOUS)
    const one = event()
    await anonymous.add(one)
    await anonymous.flush()
    expect(server.log.size).toBe(0)
    const store = await openEventDatabase(`test-${name}`)
    expect(await store.adopt(ada)).toBe(1)
    await (await openQueue(ada, store)).flush()
    expect([...server.log.keys()]).toEqual([one.id])
    expect(await anonymous.listWaiting()).toEqual([])
    expect(await store.adopt(ada)).toBe(0)
  })

  test('answers older than the account are dated to the joining, in their order', async () => {
    server.createdAt = serverNow - 5000
    const anonymous = await openQueue(ANONYMOUS)
    const older = [30_000, 20_000, 10_000].map((ago) => event(serverNow - ago))
    for (const each of older) await anonymous.add(each)
    const store = await openEventDatabase(`test-${name}`)
    await store.adopt(ada)
    await (await openQueue(ada, store)).flush()
    const logged = [...server.log.values()].sort((a, b) => a.at - b.at)
    expect(logged.map((each) => each.id)).toEqual(older.map((each) => each.id))
    for (const each of logged) expect(Math.abs(each.at - serverNow)).toBeLessThan(2000)
  })
})

describe('events that the server refuses', () => {
  test('are kept aside with the reason, and hold up nothing', async () => {
    const queue = await openQueue()
    await queue.add(event(serverNow - 3000, 'unknown-card'))
    await queue.add(event(serverNow - 2000))
    await queue.flush()
    expect(server.log.size).toBe(1)
    const { waiting, refused } = queue.getStatus()
    expect(waiting).toBe(0)
    expect(refused.map((each) => each.code)).toEqual(['unknown_card'])
    await queue.forgetRefused()
    expect(queue.getStatus().refused).toEqual([])
  })

  test('are put right by the server’s clock where the browser’s is ahead', async () => {
    server.browserNow = serverNow + 3_600_000
    const queue = await openQueue()
    await queue.add(event(server.browserNow - 60_000))
    await queue.flush()
    const [logged] = server.log.values()
    expect(Math.abs((logged?.at ?? 0) - (serverNow - 60_000))).toBeLessThan(2000)
    expect(queue.getStatus()).toMatchObject({ waiting: 0, refused: [] })
  })

  test('are found by halving where one spoils the envelope', async () => {
    const queue = await openQueue()
    server.isReachable = false
    const events = Array.from({ length: 9 }, (_, i) => event(serverNow - 9000 + i))
    for (const each of events) await queue.add(each)
    await queue.flush()
    server.isReachable = true
    server.refuse = (each) => each.id === events[4]?.id
    await queue.flush()
    expect(server.log.size).toBe(8)
    expect(queue.getStatus().refused.map((each) => each.id)).toEqual([events[4]?.id])
  })
})

test('a browser that keeps nothing still sends, and says that it keeps nothing', async () => {
  const queue = await openQueue(ada, new EventMemory())
  server.isReachable = false
  await queue.add(event())
  await queue.flush()
  expect(queue.getStatus()).toMatchObject({ waiting: 1, isDurable: false })
  server.isReachable = true
  await queue.flush()
  expect(server.log.size).toBe(1)
})

test('a grade is still sent where the database fails under it', async () => {
  const store = await openEventDatabase(`test-${name}`)
  const queue = await openQueue(ada, store)
  server.isReachable = false
  await queue.add(event())
  store.close()
  await queue.add(event())
  await queue.flush()
  expect(queue.getStatus().isDurable).toBe(false)
  server.isReachable = true
  await queue.flush()
  expect(server.log.size).toBe(1)
  const next = await openQueue(ada)
  await next.flush()
  expect(server.log.size).toBe(2)
})

test('nothing is lost and nothing counted twice, however the network comes and goes', async () => {
  const step = fc.constantFrom('add', 'off', 'on', 'losing', 'failing', 'flush', 'reload')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      name += 1
      server = new FakeServer()
      let queue = await openQueue()
      const added: string[] = []
      for (const each of steps) {
        if (each === 'add') {
          const one = event()
          added.push(one.id)
          await queue.add(one)
        }
        if (each === 'off') server.isReachable = false
        if (each === 'losing') server.losesAnswers = true
        if (each === 'failing') server.status = 503
        if (each === 'on') Object.assign(server, { isReachable: true, losesAnswers: false, status: 200 })
        if (each === 'flush') await queue.flush()
        if (each === 'reload') {
          await queue.flush()
          queue.close()
          queue = await openQueue()
        }
        const waiting = (await queue.listWaiting()).map(({ id }) => id)
        for (const id of added) expect(waiting.includes(id) || server.log.has(id)).toBe(true)
      }
      Object.assign(server, { isReachable: true, losesAnswers: false, status: 200 })
      await queue.flush()
      await queue.flush()
      expect([...server.log.keys()].sort()).toEqual(added.sort())
      expect(await queue.listWaiting()).toEqual([])
      queue.close()
    }),
    { numRuns: 40 },
  )
})
