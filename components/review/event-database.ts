import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { ANONYMOUS, type EventStore, type KeptEvent, type RefusedEvent, type Settlement } from './event-store'

interface Schema extends DBSchema {
  events: { key: string; value: KeptEvent; indexes: { owner: string } }
  refused: { key: string; value: RefusedEvent; indexes: { owner: string } }
}

/** Done is done: browsers else report a write as soon as the system has it, and a machine that goes down takes it along. */
const onDisk = { durability: 'strict' } as const

/** Opens the browser's own store of events (IndexedDB). Rejects where the browser has none to give. */
export async function openEventDatabase(name = 'spanwise'): Promise<EventStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('events', { keyPath: 'id' }).createIndex('owner', 'owner')
      fresh.createObjectStore('refused', { keyPath: 'id' }).createIndex('owner', 'owner')
    },
    // A newer page wants to change the database: step aside; events already written stay.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  return new EventDatabase(database)
}

class EventDatabase implements EventStore {
  readonly isDurable = true

  constructor(private readonly database: IDBPDatabase<Schema>) {}

  async put(events: readonly KeptEvent[]): Promise<void> {
    const tx = this.database.transaction('events', 'readwrite', onDisk)
    await Promise.all([...events.map((each) => tx.store.put(each)), tx.done])
  }

  list(owner: string, limit?: number): Promise<KeptEvent[]> {
    return this.database.getAllFromIndex('events', 'owner', owner, limit)
  }

  count(owner: string): Promise<number> {
    return this.database.countFromIndex('events', 'owner', owner)
  }

  async settle({ done, refused, redated }: Settlement): Promise<void> {
    const tx = this.database.transaction(['events', 'refused'], 'readwrite', onDisk)
    const events = tx.objectStore('events')
    await Promise.all([
      ...[...done, ...refused.map((each) => each.id)].map((id) => events.delete(id)),
      ...refused.map((each) => tx.objectStore('refused').put(each)),
      ...redated.map((each) => events.put(each)),
      tx.done,
    ])
  }

  listRefused(owner: string): Promise<RefusedEvent[]> {
    return this.database.getAllFromIndex('refused', 'owner', owner)
  }

  async forgetRefused(owner: string): Promise<void> {
    const tx = this.database.transaction('refused', 'readwrite')
    const ids = await tx.store.index('owner').getAllKeys(owner)
    await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done])
  }

  async adopt(owner: string): Promise<number> {
    const tx = this.database.transaction('events', 'readwrite', onDisk)
    const orphans = await tx.store.index('owner').getAll(ANONYMOUS)
    await Promise.all([...orphans.map((each) => tx.store.put({ ...each, owner })), tx.done])
    return orphans.length
  }

  close(): void {
    this.database.close()
  }
}
