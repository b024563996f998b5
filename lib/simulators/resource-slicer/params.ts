import * as z from 'zod/mini'

/** Resource attributes that every instance of Fernhill carries. */
export const sliceKeys = [
  'service.name',
  'service.version',
  'service.instance.id',
  'k8s.node.name',
  'cloud.region',
  'deployment.environment.name',
] as const
export type SliceKey = (typeof sliceKeys)[number]

/** What is wrong in the shop: everything on payment’s new version, on one node, in one region; or nothing. */
export const faults = ['version', 'node', 'region', 'none'] as const
export type Fault = (typeof faults)[number]

/**
 * How instances say who they are: each by an id of its own; two of payment by the same; or checkout and payment without a
 * service.name.
 */
export const identities = ['unique', 'shared', 'unknown'] as const
export type Identity = (typeof identities)[number]

/**
 * Where the question is asked: of spans, which carry their resource; or of a counter in Prometheus, where the resource is
 * in target_info, joined to it, or promoted to labels.
 */
export const stores = ['spans', 'prometheus', 'join', 'promoted'] as const
export type Store = (typeof stores)[number]

const key = z.enum(sliceKeys)

export const sliceParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  fault: z.enum(faults),
  groupBy: key,
  thenBy: z.enum([...sliceKeys, 'none']),
  /** `key=value`, or empty for everything. */
  only: z.string().check(z.maxLength(80)),
  identity: z.enum(identities),
  store: z.enum(stores),
})

export type SliceParams = z.infer<typeof sliceParams>
