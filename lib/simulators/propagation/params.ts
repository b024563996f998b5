import * as z from 'zod/mini'

/** How a service takes part. `none`: it makes spans, but has no propagator. */
export const serviceSettings = ['both', 'tracecontext', 'baggage', 'none', 'uninstrumented'] as const
export type ServiceSetting = (typeof serviceSettings)[number]

const service = z.enum(serviceSettings)
const trust = z.enum(['continues', 'restarts'])

/** The longest traceparent that may be typed by hand, in characters. */
export const longestIncoming = 200

/** The longest tracestate or baggage that may be typed, in characters. */
export const longestMore = 512

/** Everything that can be switched on the way of one request. */
export const propagationParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  /** The traceparent that the customer's request brings to `web`; empty for none. */
  incoming: z.string().check(z.maxLength(longestIncoming)),
  /** The tracestate and the baggage that come with it; empty for none. */
  tracestate: z.string().check(z.maxLength(longestMore)),
  brought: z.string().check(z.maxLength(longestMore)),
  /** Whether `web` goes on with a trace that came from outside. */
  door: trust,
  baggage: z.enum(['none', 'attached', 'forgotten', 'too-large']),
  web: service,
  proxy: z.enum(['forwards', 'strips']),
  checkout: service,
  payment: service,
  /** Whether `payment` sends its baggage to the card company. */
  edge: z.enum(['sends', 'keeps']),
  /** Whether the card company goes on with a trace that came from Fernhill. */
  bank: trust,
  /** What the consumer makes of the context in the message; `loses`: the message carries none. */
  queue: z.enum(['parent', 'link', 'loses']),
  mailer: service,
})

export type PropagationParams = z.infer<typeof propagationParams>
