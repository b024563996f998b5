import type { Attributes, AttributeValue } from '../attribute'
import { httpDurationBoundaries } from '../metrics/aggregation'
import type { Instrument } from '../metrics/instrument'
import type { SpanBatch } from './span-batch'

/** Source: semantic-conventions docs/database/database-metrics.md. */
const databaseBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

const serverKeys = [
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'error.type',
  'url.scheme',
] as const

/** The instruments of the requests' own libraries, and the attributes that each takes from its span. */
const duration = (name: string, boundaries: readonly number[], keys: readonly string[]) => ({
  instrument: { name, kind: 'histogram', unit: 's', advice: { boundaries } } satisfies Instrument,
  keys,
})
const sources = [
  duration('http.server.request.duration', httpDurationBoundaries, serverKeys),
  duration('http.client.request.duration', httpDurationBoundaries, [
    'http.request.method',
    'server.address',
    'server.port',
    'http.response.status_code',
    'error.type',
  ]),
  duration('db.client.operation.duration', databaseBoundaries, [
    'db.system.name',
    'db.namespace',
    'db.operation.name',
    'db.collection.name',
    'error.type',
  ]),
  duration('messaging.client.operation.duration', httpDurationBoundaries, messagingKeys()),
  duration('messaging.process.duration', httpDurationBoundaries, messagingKeys()),
  duration('db.client.connection.wait_time', databaseBoundaries, []),
] as const

const waitTime = 5

/** The instruments that a batch's measurements are of, by position. Durations in seconds. */
export const trafficInstruments: readonly Instrument[] = sources.map(({ instrument }) => instrument)

/** Measurements as columns, in no particular order. */
export interface MeasurementBatch {
  readonly count: number
  /** Position in `trafficInstruments`. */
  readonly instrument: Uint8Array
  /** The span during which it was made, by its row. */
  readonly row: Uint32Array
  /** Seconds. */
  readonly value: Float64Array
  /** Milliseconds since the start of the run. */
  readonly timeMs: Float64Array
}

/**
 * What the instrumentation of the same requests measures: one duration for every span that is not internal, and one for
 * every wait for a pooled connection. Metrics are aggregated before any trace is sampled away: they count all requests.
 */
export function measurementsOf(batch: SpanBatch): MeasurementBatch {
  const room = batch.spanCount + batch.waitCount
  const measurements = {
    count: 0,
    instrument: new Uint8Array(room),
    row: new Uint32Array(room),
    value: new Float64Array(room),
    timeMs: new Float64Array(room),
  }
  const ofOperation = batch.catalog.operations.map(instrumentOf)
  const add = (instrument: number, row: number, ms: number, timeMs: number) => {
    const at = measurements.count
    measurements.instrument[at] = instrument
    measurements.row[at] = row
    measurements.value[at] = ms / 1000
    measurements.timeMs[at] = timeMs
    measurements.count = at + 1
  }
  for (let row = 0; row < batch.spanCount; row += 1) {
    const instrument = ofOperation[batch.operation[row]!]!
    if (instrument >= 0) add(instrument, row, batch.end[row]! - batch.start[row]!, batch.end[row]!)
  }
  for (let wait = 0; wait < batch.waitCount; wait += 1) {
    const row = batch.waitRow[wait]!
    add(waitTime, row, batch.waitMs[wait]!, batch.start[row]!)
  }
  return measurements
}

/** The attributes that a measurement was made with, before any view. */
export function measurementAttributes(
  batch: SpanBatch,
  measurements: MeasurementBatch,
  index: number,
): Attributes {
  const row = measurements.row[index]!
  const instrument = measurements.instrument[index]!
  const service = batch.catalog.services[batch.service[row]!]!
  if (instrument === waitTime) return { 'db.client.connection.pool.name': `${service}-pool` }
  const fixed = batch.catalog.operations[batch.operation[row]!]!.attributes
  const attributes: Record<string, AttributeValue> = {}
  for (const key of sources[instrument]!.keys) {
    const column = batch.columns.find((candidate) => candidate.key === key)
    const value = fixed[key] ?? column?.decode(column.codes[row]!)
    if (value !== undefined) attributes[key] = value
  }
  return attributes
}

function messagingKeys(): readonly string[] {
  return ['messaging.system.name', 'messaging.destination.name', 'messaging.operation.name', 'error.type']
}

function instrumentOf({ kind, attributes }: SpanBatch['catalog']['operations'][number]): number {
  switch (kind) {
    case 'SERVER':
      return 0
    case 'CLIENT':
      return 'db.system.name' in attributes ? 2 : 1
    case 'PRODUCER':
      return 3
    case 'CONSUMER':
      return 4
    case 'INTERNAL':
      return -1
  }
}
