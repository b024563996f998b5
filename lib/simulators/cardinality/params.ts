import * as z from 'zod/mini'
import { longestRequests, readRequests } from './own-requests'

/** Where an attribute of a request goes: into the metric, into the metric but out by a view, or to the span alone. */
export const attributePlaces = ['metric', 'view', 'span'] as const
export type AttributePlace = (typeof attributePlaces)[number]

export const instruments = ['counter', 'histogram', 'exponential'] as const
export type InstrumentChoice = (typeof instruments)[number]

const place = z.enum(attributePlaces)
const whole = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to))
const between = (from: number, to: number) => z.number().check(z.minimum(from), z.maximum(to))

/** What can be changed of one metric, its attributes, the traffic, and what a stored series is taken to cost. */
export const cardinalityParams = z.object({
  seed: whole(0, 9999),
  methodPlace: place,
  statusPlace: place,
  routePlace: place,
  userPlace: place,
  routeValues: whole(1, 500),
  userValues: whole(1, 10_000_000),
  instrument: z.enum(instruments),
  instances: whole(1, 100),
  /** Attribute sets for one instance of the SDK. */
  limit: whole(1, 5000),
  limitRule: z.enum(['specification', 'opentelemetry-js']),
  /** Share of requests that fail, with status 500. */
  failureShare: between(0, 0.5),
  /** Requests in place of the generated ones, one a second, as `readRequests` reads them; empty for none. */
  requests: z.string().check(
    z.maxLength(longestRequests),
    z.refine((text) => text === '' || readRequests(text) !== null),
  ),
  exemplars: z.boolean(),
  /** Share of traces that tail sampling lets through to the store. */
  tracesKept: between(0, 1),
  /** How often every instance is replaced, in hours; 0 for never. */
  replaceEveryHours: whole(0, 48),
  /** How long a series that gets no more samples still counts. */
  windowHours: whole(1, 48),
  /** Bytes of a backend's memory for each active series. */
  bytesPerSeries: between(100, 100_000),
  /** Money for a thousand active series a month. */
  pricePerThousand: between(0, 1000),
})
export type CardinalityParams = z.infer<typeof cardinalityParams>
