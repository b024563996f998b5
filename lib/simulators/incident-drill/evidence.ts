import type { Attributes } from '../../engine/attribute'
import { createRandom } from '../../engine/random'
import { TrafficGenerator } from '../../engine/traffic/generator'
import type { SpanBatch } from '../../engine/traffic/span-batch'
import { type OpenTrace, openTrace } from '../trace/open-trace'
import { createTraceStore, type TraceStore } from '../trace/trace-store'
import { type ServiceName, serviceNames } from './cause'
import { drillGraph, instanceAttributes, oldVersion, placeCount } from './graph'
import { type Incident, type Release, versionAfter } from './incident'

/** What a request to a service, or a message that it handled, has to say beside its duration and status. */
export interface EntryFacts {
  /** Rows of the queries to a database that it sent, without those to a cache. */
  readonly queries: number[]
  cacheLookups: number
  /** Its longest wait for a connection in ms. */
  waitMs: number
  /** How long its message had been sent when it was taken, in ms; -1 for a request. */
  ageMs: number
  /** It is a further try of a call that failed. */
  isRetry: boolean
}

/** The system as its telemetry tells of it. It grows as the run goes on; what ended before a moment stays as it is. */
export interface Evidence {
  readonly batch: SpanBatch
  /** The resource of each row: an instance that a release replaces is another one from then on. */
  resourceOf(row: number): Attributes
  /** Rows of the SERVER and CONSUMER spans of each service, in the order of their traces. */
  readonly entries: Readonly<Record<ServiceName, readonly number[]>>
  factsOf(row: number): EntryFacts
  /** All spans and logs so far, by their trace. */
  traces(): TraceStore
  /** A trace with its logs, by its position; the same object for the same trace. */
  open(trace: number): OpenTrace
  /** Lets the system run on to a moment, in ms. Costs no more than what happens until then. */
  runTo(ms: number): void
}

const noFacts: EntryFacts = { queries: [], cacheLookups: 0, waitMs: 0, ageMs: -1, isRetry: false }

/** A system with what is staged, at its beginning. The same incident and seed give the same evidence. */
export function createEvidence(incident: Incident, seed: number): Evidence {
  const recommendErrors = incident.decoy === 'fails-steadily' ? 0.2 : 0.002
  const graph = drillGraph(recommendErrors, versionAfter(incident.release))
  const generator = new TrafficGenerator(graph, { random: createRandom(seed), faults: incident.faults })
  const { batch } = generator
  const resourceOf = createResources(batch, incident.release)
  const ledger = createLedger(batch)
  const opened = new Map<number, OpenTrace>()
  let store: { readonly spans: number; readonly traces: TraceStore } | null = null
  function traces(): TraceStore {
    if (store?.spans !== batch.spanCount) store = { spans: batch.spanCount, traces: createTraceStore(batch) }
    return store.traces
  }
  return {
    batch,
    resourceOf,
    entries: ledger.entries,
    factsOf: (row) => ledger.facts.get(row) ?? noFacts,
    traces,
    open(trace) {
      const known = opened.get(trace)
      if (known) return known
      const first = batch.firstSpan[trace]!
      const spans = traces()
        .spansOf(trace)
        .map((span, at) => ({ ...span, resource: resourceOf(first + at) }))
      const made = openTrace(spans, traces().logsOf(trace))!
      opened.set(trace, made)
      return made
    },
    runTo(ms) {
      generator.advance(ms)
      ledger.read()
    },
  }
}

function createResources(batch: SpanBatch, release: Release): (row: number) => Attributes {
  const before = batch.catalog.resources.map(({ service, attributes }, at) => ({
    ...attributes,
    ...instanceAttributes(serviceNames[service]!, at % placeCount, oldVersion),
  }))
  const released = serviceNames.indexOf(release.service)
  return (row) => {
    const at = batch.resource[row]!
    const isBefore = batch.service[row] === released && batch.start[row]! < release.atMs
    return isBefore ? before[at]! : batch.catalog.resources[at]!.attributes
  }
}

/** Reads what has been added to a batch since it last did. */
function createLedger(batch: SpanBatch) {
  const entries = Object.fromEntries(serviceNames.map((name) => [name, [] as number[]])) as Record<
    ServiceName,
    number[]
  >
  const facts = new Map<number, EntryFacts>()
  const of = (row: number) => {
    let known = facts.get(row)
    if (!known) {
      known = { queries: [], cacheLookups: 0, waitMs: 0, ageMs: -1, isRetry: false }
      facts.set(row, known)
    }
    return known
  }
  const systems = batch.catalog.operations.map(({ attributes }) => attributes['db.system.name'])
  const resends = batch.columns.find(({ key }) => key === 'http.request.resend_count')!
  let row = 0
  let wait = 0
  let link = 0
  function read(): void {
    for (; row < batch.spanCount; row += 1) {
      const parent = batch.parent[row]!
      const kind = batch.kind[row]!
      const system = systems[batch.operation[row]!]
      if (kind === 1 || kind === 4) entries[serviceNames[batch.service[row]!]!].push(row)
      if (system === 'redis') of(parent).cacheLookups += 1
      else if (system !== undefined) of(parent).queries.push(row)
      else if (kind === 1 && parent >= 0 && resends.codes[parent] !== 0) of(row).isRetry = true
    }
    for (; wait < batch.waitCount; wait += 1) {
      const waiting = batch.waitRow[wait]!
      // Of a query that came about, its caller waited; of one that did not, the row is the caller's.
      const caller = of(batch.kind[waiting] === 2 ? batch.parent[waiting]! : waiting)
      caller.waitMs = Math.max(caller.waitMs, batch.waitMs[wait]!)
    }
    for (; link < batch.linkCount; link += 1) {
      const consumer = batch.linkFrom[link]!
      of(consumer).ageMs = batch.start[consumer]! - batch.end[batch.linkTo[link]!]!
    }
  }
  return { entries, facts, read }
}
