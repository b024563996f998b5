import { afterEach } from 'vitest'
import { openEventDatabase } from '@/components/review/event-database'
import { EventQueue } from '@/components/review/event-queue'
import type { EventStore } from '@/components/review/event-store'
import { ada, FakeServer } from './fake-server'

let count = 0

/** Queues of a test file, closed after each test. `renew` begins with a new server, and a database nobody has used. */
export function queuesOfTests() {
  let server = new FakeServer()
  const open: EventQueue[] = []
  afterEach(() => {
    for (const queue of open.splice(0)) queue.close()
  })
  const openStore = () => openEventDatabase(`test-${count}`)
  return {
    openStore,
    renew(): FakeServer {
      count += 1
      server = new FakeServer()
      return server
    },
    async openQueue(owner = ada, store?: EventStore): Promise<EventQueue> {
      const queue = new EventQueue(owner, store ?? (await openStore()), server)
      open.push(queue)
      return queue
    },
  }
}
