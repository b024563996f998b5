import type { CompiledGraph } from './compiled-graph'
import { isActive } from './fault-effect'

/** When a connection is held: intervals in ms, in order, none overlapping. */
interface Connection {
  readonly from: number[]
  readonly to: number[]
}

/**
 * The connection pools of every instance to every database. A query takes the connection that can have it first; one
 * that would wait longer than the pool's timeout gives up.
 *
 * Traces are generated one after the other though they overlap in time, so each connection keeps its intervals and a
 * query of an earlier moment still finds the gap between them.
 */
export class ConnectionPools {
  private readonly connections = new Map<number, Connection[]>()
  private readonly outcome = { ms: 0, failed: false }
  /** No query will ask for a moment before this. */
  private horizonMs = 0

  constructor(private readonly pools: CompiledGraph['pools']) {}

  /** Lets go of what ended before: no query will be earlier. */
  forgetBefore(ms: number): void {
    this.horizonMs = ms
  }

  /**
   * Takes a connection from `atMs` on for `holdMs`.
   * @returns how long the caller waited in ms, and whether it gave up then. The object is reused by the next call.
   */
  acquire(pool: number, resource: number, atMs: number, holdMs: number): { ms: number; failed: boolean } {
    const { timeoutMs, faults } = this.pools[pool]!
    const connections = this.connectionsOf(pool, resource)
    let usable = connections.length
    for (const fault of faults) {
      if (isActive(fault, atMs, resource)) usable = Math.min(usable, fault.connections)
    }
    let first = -1
    let start = Number.POSITIVE_INFINITY
    for (let index = 0; index < usable && start > atMs; index += 1) {
      const free = this.freeFrom(connections[index]!, atMs, holdMs)
      if (free < start) {
        start = free
        first = index
      }
    }
    this.outcome.failed = start - atMs > timeoutMs
    this.outcome.ms = Math.min(start - atMs, timeoutMs)
    if (!this.outcome.failed) hold(connections[first]!, start, start + holdMs)
    return this.outcome
  }

  private connectionsOf(pool: number, resource: number): Connection[] {
    const key = resource * this.pools.length + pool
    let connections = this.connections.get(key)
    if (!connections) {
      connections = Array.from({ length: this.pools[pool]!.connections }, () => ({ from: [], to: [] }))
      this.connections.set(key, connections)
    }
    return connections
  }

  /** The first moment from `atMs` on from which the connection is free for so long. */
  private freeFrom(connection: Connection, atMs: number, holdMs: number): number {
    const { from, to } = connection
    let ended = 0
    while (ended < to.length && to[ended]! < this.horizonMs) ended += 1
    if (ended > 16) {
      from.splice(0, ended)
      to.splice(0, ended)
    }
    let free = atMs
    for (let interval = 0; interval < from.length; interval += 1) {
      if (from[interval]! >= free + holdMs) break
      if (to[interval]! > free) free = to[interval]!
    }
    return free
  }
}

function hold({ from, to }: Connection, start: number, end: number): void {
  let at = from.length
  while (at > 0 && from[at - 1]! > start) at -= 1
  from.splice(at, 0, start)
  to.splice(at, 0, end)
}
