import type { CompiledGraph } from './compiled-graph'
import { isActive } from './fault'

/**
 * The connection pools of every instance to every database. A query takes the connection that is free first; one that
 * would wait longer than the pool's timeout gives up.
 */
export class ConnectionPools {
  /** When each connection is free again, by pool and resource. */
  private readonly freeAt = new Map<string, Float64Array>()
  private readonly outcome = { ms: 0, failed: false }

  constructor(private readonly pools: CompiledGraph['pools']) {}

  /**
   * Takes a connection from `atMs` for `holdMs`.
   * @returns how long the caller waited in ms, and whether it gave up then. The object is reused by the next call.
   */
  acquire(pool: number, resource: number, atMs: number, holdMs: number): { ms: number; failed: boolean } {
    const { timeoutMs, faults, connections } = this.pools[pool]!
    const key = `${pool}/${resource}`
    let freeAt = this.freeAt.get(key)
    if (!freeAt) {
      freeAt = new Float64Array(connections)
      this.freeAt.set(key, freeAt)
    }
    let usable = connections
    for (const fault of faults) {
      if (fault.kind === 'pool-exhaustion' && isActive(fault, atMs))
        usable = Math.min(usable, fault.connections)
    }
    let first = 0
    for (let connection = 1; connection < usable; connection += 1) {
      if (freeAt[connection]! < freeAt[first]!) first = connection
    }
    const wait = usable === 0 ? Number.POSITIVE_INFINITY : Math.max(0, freeAt[first]! - atMs)
    this.outcome.failed = wait > timeoutMs
    this.outcome.ms = Math.min(wait, timeoutMs)
    if (!this.outcome.failed) freeAt[first] = atMs + wait + holdMs
    return this.outcome
  }
}
