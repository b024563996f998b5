import type { Attributes } from '../attribute'
import type { Distribution } from './distribution'

/**
 * Services, what they do, and whom they call. From it follow the spans, the measurements and the log records of every
 * request. Ids are free text and must be unique among operations and queries together.
 */
export interface ServiceGraph {
  readonly services: readonly Service[]
  readonly databases?: readonly Database[]
  readonly operations: readonly Operation[]
  /** Where requests come in, with how many traces start there per second on average (a Poisson process). */
  readonly entries: readonly Entry[]
}

export interface Service {
  /** Value of `service.name`. */
  readonly name: string
  /** Running instances; requests are spread evenly. Each has its own resource and pool. */
  readonly instances: number
  /** Resource attributes beside `service.name` and `service.instance.id`. */
  readonly resource?: Attributes
  /** What sets one instance apart, by its position: its zone, its version, another `service.instance.id`. */
  readonly perInstance?: readonly Attributes[]
}

/** A database as its clients see it: only CLIENT spans tell of it, it sends none of its own. */
export interface Database {
  /** Value of `db.namespace`. */
  readonly name: string
  /** Value of `db.system.name`. */
  readonly system: string
  /** Connections each instance of a client may hold, and how long a request waits for one before it fails. */
  readonly pool?: { readonly connections: number; readonly timeoutMs: number }
}

export interface Entry {
  readonly operation: string
  readonly perSecond: number
  /** Distinct values of `user.id` on the entry's span; none where absent. */
  readonly users?: number
}

/** Work in one service that makes a span of its own. */
export interface Operation {
  readonly id: string
  readonly service: string
  /** SERVER by HTTP, CONSUMER of a queue, or INTERNAL. */
  readonly serves:
    | { readonly kind: 'http'; readonly method: string; readonly route: string }
    | { readonly kind: 'queue'; readonly system: string; readonly queue: string }
    | { readonly kind: 'local'; readonly name: string }
  /** Time spent in the service itself: half before its calls, half after. */
  readonly selfTime: Distribution
  /** Share (0..1) of requests that fail here: 500, status ERROR. */
  readonly errorRate?: number
  /** Share (0..1) answered 404: the SERVER span stays UNSET, the CLIENT span is ERROR. HTTP only. */
  readonly notFoundRate?: number
  readonly attributes?: Attributes
  /** One after another. */
  readonly steps?: readonly Step[]
}

/** Calls that start together; the step ends with the slowest. */
export type Step = readonly Call[]

export type Call = HttpCall | QueryCall | PublishCall | LocalCall

interface CallBase {
  /** Share (0..1) of requests that make the call; 1 where absent. */
  readonly probability?: number
  /** How many times at once, each equally likely; 1 to 1 where absent. */
  readonly fanOut?: readonly [least: number, most: number]
  /** A failure of the call does not fail the caller. */
  readonly optional?: boolean
}

/** A CLIENT span here and a SERVER span there. */
export interface HttpCall extends CallBase {
  readonly kind: 'http'
  readonly operation: string
  /** Time on the wire, there and back together. */
  readonly network: Distribution
  /** The caller gives up then: its span ends, the callee's goes on. */
  readonly timeoutMs?: number
  /** Further tries after a failure, each with a span of its own. */
  readonly retry?: { readonly attempts: number; readonly backoffMs: number }
}

/** A CLIENT span alone. */
export interface QueryCall extends CallBase {
  readonly kind: 'query'
  readonly id: string
  readonly database: string
  /** Values of `db.operation.name` and `db.collection.name`; a cache has no collections. */
  readonly verb: string
  readonly collection?: string
  readonly time: Distribution
  readonly errorRate?: number
}

/** A PRODUCER span here; after a delay a CONSUMER span there, in a trace of its own with a link, or as a child. */
export interface PublishCall extends CallBase {
  readonly kind: 'publish'
  readonly operation: string
  readonly time: Distribution
  /** From the end of the send to the start of the processing. */
  readonly delay: Distribution
  readonly relation: 'link' | 'parent'
}

/** An INTERNAL span in the same service instance. */
export interface LocalCall extends CallBase {
  readonly kind: 'local'
  readonly operation: string
}
