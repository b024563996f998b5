/**
 * The ids of traces already decided, the least recently used forgotten first, each with the name of the policy that
 * decided ('' where none is credited). A capacity of 0 remembers nothing.
 *
 * Source: contrib processor/tailsamplingprocessor/cache/lru_cache.go and nop_cache.go.
 */
export class DecisionCache<Id> {
  private readonly policies = new Map<Id, string>()

  constructor(readonly capacity: number) {}

  get size(): number {
    return this.policies.size
  }

  /** The policy that decided, or undefined where the id is not known. Asking makes the id the most recent. */
  get(id: Id): string | undefined {
    if (this.capacity === 0) return undefined
    const policy = this.policies.get(id)
    if (policy === undefined) return undefined
    this.policies.delete(id)
    this.policies.set(id, policy)
    return policy
  }

  put(id: Id, policy: string): void {
    if (this.capacity === 0) return
    this.policies.delete(id)
    this.policies.set(id, policy)
    if (this.policies.size <= this.capacity) return
    for (const oldest of this.policies.keys()) {
      this.policies.delete(oldest)
      return
    }
  }
}
