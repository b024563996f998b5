import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { ANONYMOUS } from '@/components/review/event-store'
import { ada, ben, type FakeServer, makeEvent, serverNow } from './fake-server'
import { queuesOfTests } from './queues'

let server: FakeServer
const { openQueue, openStore, renew } = queuesOfTests()
beforeEach(() => {
  server = renew()
})

describe('events and whose they are', () => {
  test('one learner’s events are never sent for another', async () => {
    server.isReachable = false
    const adas = await openQueue(ada)
    await adas.add(makeEvent())
    await adas.flush()
    server.isReachable = true
    server.signedIn = ben
    const bensStore = await openStore()
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
    await queue.add(makeEvent())
    await queue.flush()
    expect(queue.getStatus()).toMatchObject({ waiting: 1, connection: 'signed_out' })
    expect(server.timers).toEqual([])
  })

  test('answers given signed out are never sent before someone signs in, and then join that account', async () => {
    const anonymous = await openQueue(ANONYMOUS)
    const one = makeEvent()
    await anonymous.add(one)
    await anonymous.flush()
    expect(server.log.size).toBe(0)
    const store = await openStore()
    expect(await store.adopt(ada)).toBe(1)
    await (await openQueue(ada, store)).flush()
    expect([...server.log.keys()]).toEqual([one.id])
    expect(await anonymous.listWaiting()).toEqual([])
    expect(await store.adopt(ada)).toBe(0)
  })

  test('answers older than the account are dated to the joining, in their order', async () => {
    server.createdAt = serverNow - 5000
    const anonymous = await openQueue(ANONYMOUS)
    const older = [30_000, 20_000, 10_000].map((ago) => makeEvent(serverNow - ago))
    for (const each of older) await anonymous.add(each)
    const store = await openStore()
    await store.adopt(ada)
    await (await openQueue(ada, store)).flush()
    const logged = [...server.log.values()].sort((a, b) => a.at - b.at)
    expect(logged.map((each) => each.id)).toEqual(older.map((each) => each.id))
    for (const each of logged) expect(Math.abs(each.at - serverNow)).toBeLessThan(2000)
  })
})
