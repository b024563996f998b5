import { type CatalogBuilder, catalogOf } from './catalog'
import { checkServiceGraph } from './check-graph'
import { type Distribution, quantileTable, quantileTableLength } from './distribution'
import type { Fault } from './fault'
import { type ChangedCalls, type CompiledFault, compileFault } from './fault-effect'
import type { Call, Operation, ServiceGraph } from './service-graph'
import type { SpanCatalog } from './span-batch'

/** An operation with its names turned into numbers. Thresholds are compared with 32 random bits. */
export interface CompiledOperation {
  /** Position in the catalog's operations. */
  readonly span: number
  readonly service: number
  /** Position in `spanKinds`. */
  readonly kind: number
  readonly isHttp: boolean
  /** Resources `firstResource .. firstResource + instances` are its service's. */
  readonly firstResource: number
  readonly instances: number
  /** Offset of the self time in `tables`. */
  readonly selfTime: number
  readonly errorBelow: number
  readonly notFoundBelow: number
  readonly steps: readonly (readonly CompiledCall[])[]
  readonly faults: readonly CompiledFault[]
}

/** A call, all kinds in one shape so that the generator's inner loop sees one shape only. */
export interface CompiledCall {
  readonly kind: Call['kind']
  /** Position in the catalog of the caller's span; -1 for a local call, which has none. */
  readonly span: number
  /** What is called; null for a query. */
  readonly operation: CompiledOperation | null
  readonly madeBelow: number
  readonly least: number
  readonly most: number
  readonly optional: boolean
  /** Offset of the network, query or send time. */
  readonly time: number
  /** Offset of a queue's delay. */
  readonly delay: number
  readonly timeoutMs: number
  readonly attempts: number
  readonly backoffMs: number
  readonly errorBelow: number
  /** Position in `pools`; -1 where no pool is declared. */
  readonly pool: number
  readonly links: boolean
  /** Of the query; a called operation has its own. */
  readonly faults: readonly CompiledFault[]
  readonly changes: readonly ChangedCalls[]
}

export interface CompiledGraph {
  readonly catalog: SpanCatalog
  readonly tables: Float64Array
  readonly entries: readonly {
    readonly operation: CompiledOperation
    readonly perSecond: number
    readonly users: number
  }[]
  readonly pools: readonly {
    readonly connections: number
    readonly timeoutMs: number
    readonly faults: readonly CompiledFault<'pool-exhaustion'>[]
  }[]
}

/** A share (0..1) as a threshold for 32 random bits: 2^32 for 1, so that every draw is below it. */
export function threshold(share: number): number {
  return Math.round(Math.min(Math.max(share, 0), 1) * 0x1_0000_0000)
}

/** Turns names into numbers. RangeError with the first problem of a graph that does not hold together. */
export function compileGraph(graph: ServiceGraph, faults: readonly Fault[] = []): CompiledGraph {
  const problem = checkServiceGraph(graph, faults)[0]
  if (problem) throw new RangeError(problem)
  const builder = catalogOf(graph)
  const tables = new Map<string, Float64Array>()
  const compiled = new Map<string, CompiledOperation>()
  const pools = (graph.databases ?? []).filter((database) => database.pool)
  const all: readonly CompiledFault[] = faults.map((fault) => compileFault(fault, builder.catalog))
  const faultsOf = (target: string) => all.filter((fault) => 'target' in fault && fault.target === target)

  function tableOf(distribution: Distribution): number {
    const key = JSON.stringify(distribution)
    if (!tables.has(key)) tables.set(key, quantileTable(distribution))
    return [...tables.keys()].indexOf(key) * quantileTableLength
  }

  function operationOf(id: string): CompiledOperation {
    const known = compiled.get(id)
    if (known) return known
    const operation = graph.operations.find((candidate) => candidate.id === id)!
    const result = compileOperation(operation, builder, {
      tableOf,
      faults: faultsOf(id),
      steps: (operation.steps ?? []).map((step) => step.map((call) => callOf(operation, call))),
    })
    compiled.set(id, result)
    return result
  }

  function callOf(caller: Operation, call: Call): CompiledCall {
    const called = call.kind === 'query' ? null : operationOf(call.operation)
    const ofTarget = faultsOf(call.kind === 'query' ? call.id : call.operation)
    return compileCall(call, called, builder.spanOfCall(caller, call), {
      tableOf,
      faults: call.kind === 'query' ? ofTarget : [],
      changes: ofTarget
        .filter((fault) => fault.kind === 'changed-calls')
        .map((fault) => ({ ...fault, madeBelow: threshold(fault.probability) })),
      pool: call.kind === 'query' ? pools.findIndex((database) => database.name === call.database) : -1,
    })
  }

  const entries = graph.entries.map((entry) => ({
    operation: operationOf(entry.operation),
    perSecond: entry.perSecond,
    users: entry.users ?? 0,
  }))
  const joined = new Float64Array(tables.size * quantileTableLength)
  for (const [index, table] of [...tables.values()].entries()) joined.set(table, index * quantileTableLength)
  return {
    catalog: builder.catalog,
    tables: joined,
    entries,
    pools: pools.map((database) => ({
      ...database.pool!,
      faults: all
        .filter((fault) => fault.kind === 'pool-exhaustion')
        .filter(({ database: name }) => name === database.name),
    })),
  }
}

function compileOperation(
  operation: Operation,
  builder: CatalogBuilder,
  parts: {
    tableOf: (distribution: Distribution) => number
    faults: readonly CompiledFault[]
    steps: readonly (readonly CompiledCall[])[]
  },
): CompiledOperation {
  const { serves } = operation
  const service = builder.serviceOf(operation.service)
  return {
    span: builder.spanOfOperation(operation),
    service: service.index,
    kind: serves.kind === 'http' ? 1 : serves.kind === 'queue' ? 4 : 0,
    isHttp: serves.kind === 'http',
    firstResource: service.firstResource,
    instances: service.instances,
    selfTime: parts.tableOf(operation.selfTime),
    errorBelow: threshold(operation.errorRate ?? 0),
    notFoundBelow: serves.kind === 'http' ? threshold(operation.notFoundRate ?? 0) : 0,
    steps: parts.steps,
    faults: parts.faults,
  }
}

function compileCall(
  call: Call,
  operation: CompiledOperation | null,
  span: number,
  parts: Pick<CompiledCall, 'faults' | 'changes' | 'pool'> & {
    tableOf: (distribution: Distribution) => number
  },
): CompiledCall {
  const none = { kind: 'fixed', ms: 0 } as const
  return {
    kind: call.kind,
    span,
    operation,
    madeBelow: threshold(call.probability ?? 1),
    least: call.fanOut?.[0] ?? 1,
    most: call.fanOut?.[1] ?? 1,
    optional: call.optional ?? false,
    time: parts.tableOf(call.kind === 'http' ? call.network : call.kind === 'local' ? none : call.time),
    delay: parts.tableOf(call.kind === 'publish' ? call.delay : none),
    timeoutMs: (call.kind === 'http' ? call.timeoutMs : undefined) ?? Number.POSITIVE_INFINITY,
    attempts: call.kind === 'http' ? (call.retry?.attempts ?? 0) + 1 : 1,
    backoffMs: call.kind === 'http' ? (call.retry?.backoffMs ?? 0) : 0,
    errorBelow: call.kind === 'query' ? threshold(call.errorRate ?? 0) : 0,
    pool: parts.pool,
    links: call.kind === 'publish' && call.relation === 'link',
    faults: parts.faults,
    changes: parts.changes,
  }
}
