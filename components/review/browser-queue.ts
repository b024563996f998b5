import { askForSync, tellWorker } from '../offline/tell-worker'
import { openEventDatabase } from './event-database'
import { EventMemory } from './event-memory'
import { EventQueue, type QueueWorld } from './event-queue'
import { ANONYMOUS } from './event-store'

const world: QueueWorld = {
  fetch: (path, init) => fetch(path, init),
  now: () => Date.now(),
  random: () => Math.random(),
  later(work, ms) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  alone: (name, work) => (navigator.locks ? navigator.locks.request(name, work) : work()),
}

const queues = new Map<string, Promise<EventQueue>>()

/** This page's queue of one learner's events, or of ANONYMOUS; opened once, and sending from then on. */
export function openEventQueue(owner: string): Promise<EventQueue> {
  const open = queues.get(owner)
  if (open) return open
  const opening = openFresh(owner)
  queues.set(owner, opening)
  return opening
}

async function openFresh(owner: string): Promise<EventQueue> {
  // Browsers may refuse a database (private windows, blocked storage): then events live as long as the tab.
  const store = await openEventDatabase().catch(() => new EventMemory())
  // What was answered here while signed out joins whoever signs in next: before anything else is read.
  if (owner !== ANONYMOUS) await store.adopt(owner)
  const queue = new EventQueue(owner, store, world)
  const send = () => void queue.flush()
  if (owner !== ANONYMOUS) tellOfWaiting(queue)
  addEventListener('online', send)
  document.addEventListener('visibilitychange', send)
  send()
  return queue
}

/** How long after the last answer of the server the kept queue is renewed. */
const QUIET_MS = 10_000

/** Keeps the service worker informed: what waits may be sent by it, what was taken makes its queue old. */
function tellOfWaiting(queue: EventQueue) {
  let wasOffline = false
  queue.subscribe(() => {
    const { waiting, connection } = queue.getStatus()
    const isOffline = waiting > 0 && connection === 'offline'
    if (isOffline && !wasOffline) void askForSync()
    wasOffline = isOffline
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    tellWorker({ says: 'recorded' })
  }
  queue.onStates(() => {
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET_MS)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tell()
  })
}
