import type { SpanKind } from '../span-kind'
import { hasValidParent } from './parent-based'
import type { SamplingAttributeValue, SamplingRequest } from './sampler'

/** A condition on a span that is about to start, for `createComposableRuleBased`. */
export type SamplingPredicate = (request: SamplingRequest) => boolean

/** The span has no valid parent: it begins a trace. */
export const matchesRoot: SamplingPredicate = (request) => !hasValidParent(request.parent)

/** The span's name is exactly this. */
export function matchesName(name: string): SamplingPredicate {
  return (request) => request.name === name
}

/** The span is of this kind. */
export function matchesKind(kind: SpanKind): SamplingPredicate {
  return (request) => request.kind === kind
}

/** The span has this attribute at its start with one of these values (or any, if none is given). */
export function matchesAttribute(
  key: string,
  ...values: readonly SamplingAttributeValue[]
): SamplingPredicate {
  return ({ attributes }) => {
    if (attributes === undefined || !Object.hasOwn(attributes, key)) return false
    return values.length === 0 || values.includes(attributes[key]!)
  }
}
