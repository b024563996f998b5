import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base'
import {
  arrivalOrder,
  ColumnTailSampler,
  compileTailSampling,
  createRandom,
  createTraceDecider,
  decisionCode,
  defaultTailSamplingSettings,
  eightSpans,
  FixedTraffic,
  type PolicyConfig,
  type SpanBatch,
  shop,
  TrafficGenerator,
  toSpan,
  traceIdOf,
} from '@/lib/engine/index'
import type { Comparison } from './compare'
import { decidePlain, type PlainSpan, replayPlain } from './plain-tail-sampling'
import { PlainTraffic } from './plain-traffic'

/** Errors, slow ones, and a tenth of the rest. */
export const policies: readonly PolicyConfig[] = [
  { name: 'errors', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
  { name: 'slow', type: 'latency', latency: { threshold_ms: 150 } },
  { name: 'tenth', type: 'probabilistic', probabilistic: { sampling_percentage: 10 } },
]

const traces = 2000
const seed = 11
const waitSeconds = 5

const compiled = compileTailSampling({
  ...defaultTailSamplingSettings,
  decisionWaitMs: waitSeconds * 1000,
  policies,
})
if (!compiled.ok) throw new Error(compiled.message)
const sampling = compiled.value

/** Dice that can be thrown from the start again, so that every run makes the same spans. */
function dice() {
  let inner = createRandom(seed)
  return {
    reset: () => {
      inner = createRandom(seed)
    },
    random: { next: () => inner.next(), uint32: () => inner.uint32() },
  }
}

/** What runs found, so that none of it can be optimised away. */
export const checksum = { keptSpans: 0 }

/** Eight spans a trace, generated and decided, in columns. Gives the decisions of the run, one per trace. */
function columnar(): () => Uint8Array {
  const { reset, random } = dice()
  const fixed = new FixedTraffic(eightSpans, { random })
  const decide = createTraceDecider(sampling, fixed.batch)
  return () => {
    reset()
    fixed.refill(traces)
    const { decisions, sampledSpans } = decide(0)
    checksum.keptSpans += sampledSpans
    return decisions
  }
}

/** The same as plain objects. Gives the spans that are kept. */
function plain(): () => PlainSpan[] {
  const { reset, random } = dice()
  const traffic = new PlainTraffic(random)
  const decide = decidePlain(policies)
  return () => {
    reset()
    const kept = decide(traffic.generate(traces))
    checksum.keptSpans += kept.length
    return kept
  }
}

const noOp: SpanProcessor = {
  onStart() {},
  onEnd() {},
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
}

interface WrittenSpan extends PlainSpan {
  readonly parentIndex: number
}

/** The spans of a batch, written down for the SDK and for plain objects. */
function written(batch: SpanBatch): WrittenSpan[] {
  return Array.from({ length: batch.spanCount }, (_, row) => {
    const { links: _links, traceFlags: _flags, ...span } = toSpan(batch, row)
    return { ...span, attributes: { ...span.attributes }, parentIndex: batch.parent[row]! }
  })
}

/** The same spans made by the SDK, whose processor does nothing. Attributes and times are given, none is worked out. */
function sdk(spans: readonly WrittenSpan[]): () => number {
  const tracer = new BasicTracerProvider({ spanProcessors: [noOp] }).getTracer('bench')
  return () => {
    const contexts: Context[] = []
    for (const span of spans) {
      const parent = span.parentIndex < 0 ? ROOT_CONTEXT : contexts[span.parentIndex]!
      const made = tracer.startSpan(
        span.name,
        {
          kind: SpanKind[span.kind as keyof typeof SpanKind],
          attributes: span.attributes as Record<string, string>,
          startTime: span.startMs,
        },
        parent,
      )
      if (span.status === 'ERROR') made.setStatus({ code: SpanStatusCode.ERROR })
      contexts.push(trace.setSpan(parent, made))
    }
    for (const [index, span] of spans.entries()) trace.getSpan(contexts[index]!)!.end(span.endMs)
    return spans.length
  }
}

/** Variable topology, spans in the order of arrival, a decision wait: generated and replayed, in columns. */
function realistic() {
  const { reset, random } = dice()
  const generator = new TrafficGenerator(shop, { random })
  let order: Uint32Array = new Uint32Array(0)
  const generate = () => {
    reset()
    generator.batch.clear()
    generator.generate(traces)
  }
  const replay = () => {
    const { batch } = generator
    const { arrival, spanCount } = batch
    order = arrivalOrder(batch, order)
    const firstMs = Math.floor(arrival[order[0]!]! / 1000) * 1000
    const sampler = new ColumnTailSampler(sampling, batch, firstMs)
    for (let at = 0; at < spanCount; at += 1) sampler.ingest(order[at]!, arrival[order[at]!]!)
    sampler.shutDown(arrival[order[spanCount - 1]!]! + 1000)
    checksum.keptSpans += sampler.metrics.spansForwarded
    return sampler.metrics
  }
  const run = () => {
    generate()
    return replay()
  }
  return { run, replay, batch: generator.batch }
}

/** Throws where columns and plain objects do not decide alike, trace by trace. */
export function assertEqualDecisions(): { readonly tracesKept: number; readonly spansReplayed: number } {
  const kept = new Set(plain()().map(({ traceId }) => traceId))
  const fixed = new FixedTraffic(eightSpans, { random: createRandom(seed) })
  const batch = fixed.refill(traces)
  const { decisions } = createTraceDecider(sampling, batch)(0)
  for (let at = 0; at < traces; at += 1) {
    const sampled = decisions[at] === decisionCode.Sampled
    if (sampled !== kept.has(traceIdOf(batch, at))) throw new Error(`Trace ${at} is not decided alike`)
  }
  const { run, batch: replayed } = realistic()
  const { spansForwarded, spansReceived } = run()
  const plainForwarded = replayPlain(policies, waitSeconds)(written(replayed))
  if (plainForwarded !== spansForwarded) {
    throw new Error(`The replays forward ${plainForwarded} and ${spansForwarded} spans`)
  }
  return { tracesKept: kept.size, spansReplayed: spansReceived }
}

const counted = (size: number, work: () => unknown) => () => {
  work()
  return size
}

/** The comparisons, each to be run in turns: `size` spans a run. */
export function tailSamplingComparisons(): readonly Comparison[] {
  const fixed = new FixedTraffic(eightSpans, { random: createRandom(seed) })
  const eight = written(fixed.refill(traces))
  const { run } = realistic()
  // A second world whose spans stay, to be replayed again and again.
  const still = realistic()
  still.run()
  const varied = written(still.batch)
  const replay = replayPlain(policies, waitSeconds)
  return [
    {
      name: 'eight spans a trace, generated and decided: SDK with a no-op processor',
      size: eight.length,
      baseline: counted(eight.length, sdk(eight)),
      candidate: counted(eight.length, columnar()),
    },
    {
      name: 'eight spans a trace, generated and decided: plain objects',
      size: eight.length,
      baseline: counted(eight.length, plain()),
      candidate: counted(eight.length, columnar()),
    },
    {
      name: 'varied traces, by arrival, with a decision wait: SDK with a no-op processor',
      size: varied.length,
      baseline: counted(varied.length, sdk(varied)),
      candidate: counted(varied.length, run),
    },
    {
      name: 'varied traces already made, put in order and replayed with a decision wait: plain objects',
      size: varied.length,
      baseline: counted(varied.length, () => replay(varied)),
      candidate: counted(varied.length, still.replay),
    },
  ]
}
