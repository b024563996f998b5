import { openEventDatabase } from '../review/event-database'
import { EventQueue, type QueueWorld } from '../review/event-queue'

const world: QueueWorld = {
  fetch: (path, init) => fetch(path, init),
  now: () => Date.now(),
  random: () => Math.random(),
  // The browser itself says when to try again.
  later: () => () => {},
  alone: (name, work) => navigator.locks.request(name, work),
}

/**
 * Sends what waits for a learner without any page of ours being open. Rejects where something still waits
 * that may yet go: the browser then tries again.
 */
export async function sendWaiting(reader: string | null | undefined): Promise<void> {
  if (!reader) return
  const queue = new EventQueue(reader, await openEventDatabase(), world)
  try {
    await queue.flush()
    const { waiting, connection } = queue.getStatus()
    if (waiting > 0 && (connection === 'offline' || connection === 'unavailable'))
      throw new Error(`${waiting} events still wait.`)
  } finally {
    queue.close()
  }
}
