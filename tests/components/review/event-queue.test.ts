import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { EventMemory } from '@/components/review/event-memory'
import { BATCH_SIZE } from '@/components/review/event-queue'
import { BATCH_LIMIT } from '@/lib/review/event'
import { ada, type FakeServer, makeEvent, serverNow } from './fake-server'
import { queuesOfTests } from './queues'

let server: FakeServer
const { openQueue, openStore, renew } = queuesOfTests()
beforeEach(() => {
  server = renew()
})

describe('events on their way to the server', () => {
  test('are gone from the browser once the server has them', async () => {
    const queue = await openQueue()
    const one = makeEvent()
    await queue.add(one)
    await queue.flush()
    expect([...server.log.keys()]).toEqual([one.id])
    expect(await queue.listWaiting()).toEqual([])
    expect(queue.getStatus()).toMatchObject({ waiting: 0, connection: 'ok', isDurable: true })
  })

  test('wait while the server cannot be reached, and go when it can', async () => {
    server.isReachable = false
    const queue = await openQueue()
    await queue.add(makeEvent())
    await queue.add(makeEvent())
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
    await queue.add(makeEvent())
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
    const one = makeEvent()
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
    await queue.add(makeEvent())
    await queue.flush()
    expect(queue.getStatus().waiting).toBe(1)
    server.losesAnswers = false
    await queue.flush()
    expect(server.log.size).toBe(1)
    expect(queue.getStatus().waiting).toBe(0)
  })

  test('go in batches no larger than the server takes', async () => {
    expect(BATCH_SIZE).toBeLessThanOrEqual(BATCH_LIMIT)
    const store = await openStore()
    const events = Array.from({ length: 1203 }, () => makeEvent())
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
    for (let i = 0; i < 20; i++) await (i % 2 ? one : two).add(makeEvent())
    await Promise.all([one.flush(), two.flush()])
    server.isReachable = true
    await Promise.all([one.flush(), two.flush()])
    expect(server.log.size).toBe(20)
    expect(await one.listWaiting()).toEqual([])
  })
})

describe('events that the server refuses', () => {
  test('are kept aside with the reason, and hold up nothing', async () => {
    const queue = await openQueue()
    await queue.add(makeEvent(serverNow - 3000, 'unknown-card'))
    await queue.add(makeEvent(serverNow - 2000))
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
    await queue.add(makeEvent(server.browserNow - 60_000))
    await queue.flush()
    const [logged] = server.log.values()
    expect(Math.abs((logged?.at ?? 0) - (serverNow - 60_000))).toBeLessThan(2000)
    expect(queue.getStatus()).toMatchObject({ waiting: 0, refused: [] })
  })

  test('are found by halving where one spoils the envelope', async () => {
    const queue = await openQueue()
    server.isReachable = false
    const events = Array.from({ length: 9 }, (_, i) => makeEvent(serverNow - 9000 + i))
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
  await queue.add(makeEvent())
  await queue.flush()
  expect(queue.getStatus()).toMatchObject({ waiting: 1, isDurable: false })
  server.isReachable = true
  await queue.flush()
  expect(server.log.size).toBe(1)
})

test('a grade is still sent where the database fails under it', async () => {
  const store = await openStore()
  const queue = await openQueue(ada, store)
  server.isReachable = false
  await queue.add(makeEvent())
  store.close()
  await queue.add(makeEvent())
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
      server = renew()
      let queue = await openQueue()
      const added: string[] = []
      for (const each of steps) {
        if (each === 'add') {
          const one = makeEvent()
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
