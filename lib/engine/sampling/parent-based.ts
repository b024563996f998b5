import { isValidSpanId, isValidTraceId } from '../propagation/identifier'
import type { SpanContext } from '../propagation/span-context'
import { sampledFlag } from '../propagation/traceparent'
import { alwaysOffSampler, alwaysOnSampler } from './always'
import type { Sampler } from './sampler'

/** Which of the five samplers decides. */
export type ParentBasedDelegate =
  | 'root'
  | 'remoteParentSampled'
  | 'remoteParentNotSampled'
  | 'localParentSampled'
  | 'localParentNotSampled'

export interface ParentBasedSamplers {
  readonly root: Sampler
  /** Default AlwaysOn. */
  readonly remoteParentSampled?: Sampler
  /** Default AlwaysOff. */
  readonly remoteParentNotSampled?: Sampler
  /** Default AlwaysOn. */
  readonly localParentSampled?: Sampler
  /** Default AlwaysOff. */
  readonly localParentNotSampled?: Sampler
}

/** A parent with valid ids; without one a span is a root. */
export function hasValidParent(parent: SpanContext | null | undefined): parent is SpanContext {
  return parent != null && isValidTraceId(parent.traceId) && isValidSpanId(parent.spanId)
}

/**
 * Which sampler a parent leads to. Only bit 0 of its flags counts. Source: OpenTelemetry specification
 * trace/sdk.md, table of ParentBased.
 */
export function selectParentBasedDelegate(parent: SpanContext | null | undefined): ParentBasedDelegate {
  if (!hasValidParent(parent)) return 'root'
  const isSampled = (parent.traceFlags & sampledFlag) !== 0
  if (parent.isRemote) return isSampled ? 'remoteParentSampled' : 'remoteParentNotSampled'
  return isSampled ? 'localParentSampled' : 'localParentNotSampled'
}

/**
 * Follows the parent's decision and asks the root sampler only at the start of a trace. A remote client can
 * therefore force sampling on with flags 01. Source: OpenTelemetry specification trace/sdk.md, ParentBased.
 */
export function createParentBasedSampler(samplers: ParentBasedSamplers): Sampler {
  const all: Readonly<Record<ParentBasedDelegate, Sampler>> = {
    root: samplers.root,
    remoteParentSampled: samplers.remoteParentSampled ?? alwaysOnSampler,
    remoteParentNotSampled: samplers.remoteParentNotSampled ?? alwaysOffSampler,
    localParentSampled: samplers.localParentSampled ?? alwaysOnSampler,
    localParentNotSampled: samplers.localParentNotSampled ?? alwaysOffSampler,
  }
  const parts = Object.entries(all).map(([name, sampler]) => `${name}=${sampler.description}`)
  return {
    description: `ParentBased{${parts.join(', ')}}`,
    shouldSample: (request) => all[selectParentBasedDelegate(request.parent)].shouldSample(request),
  }
}
