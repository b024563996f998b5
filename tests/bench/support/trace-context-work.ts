import { defaultTextMapGetter, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api'
import { parseTraceParent, W3CTraceContextPropagator } from '@opentelemetry/core'
import { TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace-base'
import {
  createRandom,
  createSpanId,
  createTraceId,
  createTraceIdRatioBasedSampler,
  extractTraceContext,
  findTracestateValue,
  formatTraceparent,
  parseTraceparent,
  type TracestateMember,
} from '@/lib/engine'
import type { Comparison } from './compare'

const size = 1000

/** A string as it comes off the wire: one piece, not the joined pieces that a template literal leaves behind. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}

const random = createRandom(1)
const carriers = Array.from({ length: size }, () => {
  const flags = random.uint32() & 3
  const traceparent = formatTraceparent({
    traceId: createTraceId(random),
    parentId: createSpanId(random),
    flags,
  })
  return { traceparent }
})
const carriersWithTracestate = carriers.map(({ traceparent }) => ({
  traceparent,
  tracestate: flat(`ot=th:c;rv:${createSpanId(random).slice(2)},congo=t61rcWkgMzE,rojo=00f067aa0ba902b7`),
}))
const propagator = new W3CTraceContextPropagator()
const options = { behaviour: 'opentelemetry-js' } as const

/** A number that needs every field, so that nothing can be left undone. */
function digest(traceId: string, spanId: string, flags: number, vendor: string | null | undefined): number {
  return traceId.charCodeAt(31) + spanId.charCodeAt(15) + flags + (vendor?.length ?? 0)
}

function sum<T>(items: readonly T[], work: (item: T) => number): number {
  let total = 0
  for (const item of items) total += work(item)
  return total
}

type Carrier = { traceparent: string; tracestate?: string }

function extractWithOpenTelemetryJs(carrier: Carrier): number {
  const context = propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter)
  const { traceId, spanId, traceFlags, traceState } = trace.getSpanContext(context)!
  // Its TraceState is read on first use; the engine reads at once, so it is used here.
  return digest(traceId, spanId, traceFlags, traceState?.get('congo'))
}

function extractWithEngine(carrier: Carrier): number {
  const { traceId, spanId, traceFlags, tracestate } = extractTraceContext(carrier, options).spanContext!
  return digest(traceId, spanId, traceFlags, findTracestateValue(tracestate, 'congo'))
}

/** The engine's extraction, put into an OpenTelemetry Context as the propagator does. */
function extractWithEngineIntoContext(carrier: Carrier): number {
  const extracted = extractTraceContext(carrier, options).spanContext!
  const context = trace.setSpanContext(ROOT_CONTEXT, extracted as unknown as SpanContext)
  const found = trace.getSpanContext(context) as unknown as typeof extracted
  const vendor = findTracestateValue(found.tracestate as readonly TracestateMember[], 'congo')
  return digest(found.traceId, found.spanId, found.traceFlags, vendor)
}

function parseWithOpenTelemetryJs({ traceparent }: Carrier): number {
  const { traceId, spanId, traceFlags } = parseTraceParent(traceparent)!
  return digest(traceId, spanId, traceFlags, null)
}

function parseWithEngine({ traceparent }: Carrier): number {
  const { traceId, parentId, flags } = parseTraceparent(traceparent, options).traceparent!
  return digest(traceId, parentId, flags, null)
}

const traceIds = carriers.map(({ traceparent }) => flat(traceparent.slice(3, 35)))
const theirSampler = new TraceIdRatioBasedSampler(0.1)
const ourSampler = createTraceIdRatioBasedSampler(0.1)

export const traceContextComparisons: readonly Comparison[] = [
  {
    name: 'parse traceparent',
    size,
    baseline: () => sum(carriers, parseWithOpenTelemetryJs),
    candidate: () => sum(carriers, parseWithEngine),
  },
  {
    name: 'extract traceparent',
    size,
    baseline: () => sum(carriers, extractWithOpenTelemetryJs),
    candidate: () => sum(carriers, extractWithEngine),
  },
  {
    name: 'extract traceparent and tracestate',
    size,
    baseline: () => sum(carriersWithTracestate, extractWithOpenTelemetryJs),
    candidate: () => sum(carriersWithTracestate, extractWithEngine),
  },
  {
    name: 'extract both into a Context',
    size,
    baseline: () => sum(carriersWithTracestate, extractWithOpenTelemetryJs),
    candidate: () => sum(carriersWithTracestate, extractWithEngineIntoContext),
  },
]

export const samplerComparisons: readonly Comparison[] = [
  {
    name: 'TraceIdRatioBased decision',
    size,
    baseline: () =>
      sum(traceIds, (id) => (theirSampler.shouldSample(ROOT_CONTEXT, id).decision === 2 ? 1 : 0)),
    candidate: () =>
      sum(traceIds, (id) => (ourSampler.shouldSample({ traceId: id }).decision === 'DROP' ? 0 : 1)),
  },
]
