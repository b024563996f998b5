import { ANONYMOUS, type EventStore, type KeptEvent, type RefusedEvent, type Settlement } from './event-store'

/** Keeps events for as long as the tab lives: for browsers that refuse us a database. */
export class EventMemory implements EventStore {
  readonly isDurable = false
  private readonly events = new Map<string, KeptEvent>()
  private readonly refused = new Map<string, RefusedEvent>()

  async put(events: readonly KeptEvent[]): Promise<void> {
    for (const each of events) this.events.set(each.id, each)
  }

  async list(owner: string, limit?: number): Promise<KeptEvent[]> {
    return this.of(owner).slice(0, limit)
  }

  async count(owner: string): Promise<number> {
    return this.of(owner).length
  }

  async settle({ done, refused, redated }: Settlement): Promise<void> {
    for (const id of done) this.events.delete(id)
    for (const each of refused) {
      this.events.delete(each.id)
      this.refused.set(each.id, each)
    }
    await this.put(redated)
  }

  async listRefused(owner: string): Promise<RefusedEvent[]> {
    return [...this.refused.values()].filter((each) => each.owner === owner)
  }

  async forgetRefused(owner: string): Promise<void> {
    for (const each of await this.listRefused(owner)) this.refused.delete(each.id)
  }

  async adopt(owner: string): Promise<number> {
    const orphans = this.of(ANONYMOUS)
    await this.put(orphans.map((each) => ({ ...each, owner })))
    return orphans.length
  }

  close(): void {
    this.events.clear()
  }

  private of(owner: string): KeptEvent[] {
    return [...this.events.values()]
      .filter((each) => each.owner === owner)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
