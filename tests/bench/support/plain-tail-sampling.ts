import type { PolicyConfig } from '@/lib/engine/index'

/** A span as one would write it without thinking of speed: an object with strings. */
export interface PlainSpan {
  traceId: string
  spanId: string
  parentSpanId: string
  name: string
  kind: string
  status: 'UNSET' | 'OK' | 'ERROR'
  startMs: number
  endMs: number
  arrivalMs: number
  attributes: Record<string, unknown>
  resource: Record<string, unknown>
}

interface PlainPolicy {
  name: string
  matches(spans: readonly PlainSpan[]): boolean
}

const offsetBasis = 0xcbf29ce484222325n
const prime = 0x100000001b3n

/** FNV-1a with 64 bits is BigInt arithmetic to whoever writes it down as the processor's source has it. */
function hashOf(salt: string, traceId: string): bigint {
  let hash = offsetBasis
  for (const character of salt) hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * prime)
  for (let at = 0; at < 32; at += 2) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(Number.parseInt(traceId.slice(at, at + 2), 16))) * prime)
  }
  return hash
}

function plainPolicy(config: PolicyConfig): PlainPolicy {
  const { name } = config
  if (config.type === 'status_code') {
    const wanted = config.status_code!.status_codes!
    return { name, matches: (spans) => spans.some(({ status }) => wanted.includes(status)) }
  }
  if (config.type === 'latency') {
    const threshold = config.latency!.threshold_ms!
    return {
      name,
      matches(spans) {
        const start = Math.min(...spans.map(({ startMs }) => startMs))
        const end = Math.max(...spans.map(({ endMs }) => endMs))
        return Math.trunc(Math.round((end - start) * 1000) / 1000) > threshold
      },
    }
  }
  const percentage = config.probabilistic!.sampling_percentage!
  const threshold = BigInt(Math.floor((percentage / 100) * 2 ** 53)) << 11n
  return { name, matches: (spans) => hashOf('default-hash-seed', spans[0]!.traceId) <= threshold }
}

/** Groups spans by trace and asks every policy about every trace: the spans that are kept. */
export function decidePlain(policies: readonly PolicyConfig[]): (spans: readonly PlainSpan[]) => PlainSpan[] {
  const built = policies.map(plainPolicy)
  return (spans) => {
    const traces = new Map<string, PlainSpan[]>()
    for (const span of spans) {
      const trace = traces.get(span.traceId)
      if (trace) trace.push(span)
      else traces.set(span.traceId, [span])
    }
    const kept: PlainSpan[] = []
    for (const trace of traces.values()) {
      const votes = built.map((policy) => policy.matches(trace))
      if (votes.includes(true)) kept.push(...trace)
    }
    return kept
  }
}

/** The same with a wait: spans in the order of their arrival, batches of one second, decisions when they fall due. */
export function replayPlain(
  policies: readonly PolicyConfig[],
  waitSeconds: number,
): (spans: readonly PlainSpan[]) => number {
  const built = policies.map(plainPolicy)
  return (spans) => {
    const traces = new Map<string, { spans: PlainSpan[]; sampled: boolean | null }>()
    const pipe: string[][] = Array.from({ length: waitSeconds }, () => [])
    let building: string[] = []
    let nextTick = 1000
    let forwarded = 0
    const tick = () => {
      for (const id of pipe.shift()!) {
        const trace = traces.get(id)!
        trace.sampled = built.map((policy) => policy.matches(trace.spans)).includes(true)
        if (trace.sampled) forwarded += trace.spans.length
        trace.spans = []
      }
      pipe.push(building)
      building = []
      nextTick += 1000
    }
    for (const span of [...spans].sort((a, b) => a.arrivalMs - b.arrivalMs)) {
      while (nextTick < span.arrivalMs) tick()
      const trace = traces.get(span.traceId)
      if (!trace) {
        traces.set(span.traceId, { spans: [span], sampled: null })
        building.push(span.traceId)
      } else if (trace.sampled === null) trace.spans.push(span)
      else if (trace.sampled) forwarded += 1
    }
    for (let left = 0; left <= waitSeconds; left += 1) tick()
    return forwarded
  }
}
