import * as z from 'zod/mini'

/** What a service's instrumentation writes: `OTEL_SEMCONV_STABILITY_OPT_IN` unset, `http/dup` or `http`. */
export const emissions = ['old', 'both', 'new'] as const
export type Emission = (typeof emissions)[number]

/** What a dashboard or an alert asks for. */
export const queries = [
  'span-old',
  'span-new',
  'span-either',
  'metric-old',
  'metric-new',
  'metric-sum',
] as const
export type QueryName = (typeof queries)[number]

/** How the services move during the run: not at all, each from old to new at once, or by way of both. */
export const rollouts = ['none', 'direct', 'both'] as const
export type Rollout = (typeof rollouts)[number]

/** The longest text whose names are looked up, in characters. */
export const longestNames = 1500

const emission = z.enum(emissions)

export const conventionsParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  /** What each service writes when the run begins. */
  web: emission,
  checkout: emission,
  payment: emission,
  rollout: z.enum(rollouts),
  query: z.enum(queries),
  /** A list of names, a span, a query: what is to be translated. */
  names: z.string().check(z.maxLength(longestNames)),
})

export type ConventionsParams = z.infer<typeof conventionsParams>
