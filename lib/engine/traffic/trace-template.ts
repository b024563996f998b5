import type { CompiledCall, CompiledGraph, CompiledOperation } from './compiled-graph'

/** One trace's shape, as columns by position in the trace (root 0, parents before children), and room to compute in. */
export interface TraceTemplate {
  readonly size: number
  readonly parent: Int32Array
  readonly operation: Uint16Array
  readonly service: Uint16Array
  readonly kind: Uint8Array
  readonly isHttp: Uint8Array
  readonly firstResource: Uint16Array
  readonly instances: Uint16Array
  /** Offset in the graph's tables of the time the span takes beside its children: half before them, half after. */
  readonly ownTime: Uint32Array
  /** 1 where the span is the first of a step of its parent, 0 where it runs in parallel with the one before. */
  readonly newStep: Uint8Array
  /** A draw of 32 bits below this is a failure; it starts at the first position whose `failUntil` is above it. */
  readonly failBelow: number
  readonly failUntil: Float64Array
  /** Positions that are ERROR where the failure starts at a position: itself and those above it that do not bear it. */
  readonly failurePath: readonly (readonly number[])[]
  readonly before: Float64Array
  readonly children: Float64Array
  readonly stepEnd: Float64Array
}

interface Place {
  readonly parent: number
  readonly span: number
  readonly service: number
  readonly kind: number
  readonly isHttp: boolean
  readonly firstResource: number
  readonly instances: number
  readonly ownTime: number
  readonly newStep: boolean
  readonly errorBelow: number
  readonly optional: boolean
}

/** The one shape of a graph's traces. RangeError with the reason where there is not exactly one. */
export function traceTemplate(graph: CompiledGraph): TraceTemplate {
  const [entry] = graph.entries
  if (!entry || graph.entries.length > 1) throw new RangeError('A fixed topology has exactly one entry')
  const places: Place[] = []
  placeOperation(places, entry.operation, -1, true, false)
  const column = (pick: (place: Place) => number) => places.map(pick)
  const failUntil = new Float64Array(places.length)
  let untouched = 1
  for (const [at, place] of places.entries()) {
    untouched *= 1 - place.errorBelow / 0x1_0000_0000
    failUntil[at] = (1 - untouched) * 0x1_0000_0000
  }
  return {
    size: places.length,
    parent: Int32Array.from(column((place) => place.parent)),
    operation: Uint16Array.from(column((place) => place.span)),
    service: Uint16Array.from(column((place) => place.service)),
    kind: Uint8Array.from(column((place) => place.kind)),
    isHttp: Uint8Array.from(column((place) => Number(place.isHttp))),
    firstResource: Uint16Array.from(column((place) => place.firstResource)),
    instances: Uint16Array.from(column((place) => place.instances)),
    ownTime: Uint32Array.from(column((place) => place.ownTime)),
    newStep: Uint8Array.from(column((place) => Number(place.newStep))),
    failBelow: failUntil.at(-1)!,
    failUntil,
    failurePath: places.map((_, at) => failurePath(places, at)),
    before: new Float64Array(places.length),
    children: new Float64Array(places.length),
    stepEnd: new Float64Array(places.length),
  }
}

function placeOperation(
  places: Place[],
  operation: CompiledOperation,
  parent: number,
  newStep: boolean,
  optional: boolean,
): void {
  if (operation.notFoundBelow > 0) throw new RangeError('A fixed topology has no answers 404')
  const at = places.length
  places.push({
    ...operation,
    parent,
    ownTime: operation.selfTime,
    newStep,
    optional,
  })
  for (const step of operation.steps) {
    let first = true
    for (const call of step) {
      for (let time = 0; time < call.least; time += 1) {
        placeCall(places, call, operation, at, first)
        first = false
      }
    }
  }
}

function placeCall(
  places: Place[],
  call: CompiledCall,
  caller: CompiledOperation,
  parent: number,
  newStep: boolean,
): void {
  if (call.madeBelow < 0x1_0000_0000 || call.least !== call.most || call.kind === 'publish' || call.pool >= 0)
    throw new RangeError('A fixed topology makes the same calls every time, without queues and pools')
  if (call.attempts > 1 || call.timeoutMs < Number.POSITIVE_INFINITY)
    throw new RangeError('A fixed topology has no retries and no timeouts')
  if (call.kind === 'local') {
    placeOperation(places, call.operation!, parent, newStep, call.optional)
    return
  }
  const at = places.length
  places.push({
    parent,
    span: call.span,
    service: caller.service,
    kind: 2,
    isHttp: call.kind === 'http',
    firstResource: caller.firstResource,
    instances: caller.instances,
    ownTime: call.time,
    newStep,
    errorBelow: call.errorBelow,
    optional: call.optional,
  })
  if (call.operation) placeOperation(places, call.operation, at, true, false)
}

function failurePath(places: readonly Place[], origin: number): number[] {
  const path = [origin]
  for (let at = origin; places[at]!.parent >= 0 && !places[at]!.optional; at = places[at]!.parent) {
    path.push(places[at]!.parent)
  }
  return path
}
