import * as z from 'zod/mini'
import { longestTrace, readTrace } from './own-trace'

/** The pages of Fernhill whose requests can be looked at. */
export const pages = ['checkout', 'product', 'orders'] as const
export type Page = (typeof pages)[number]

/** What goes wrong: nothing, connections that are not given back, or charges that fail. */
export const troubles = ['none', 'pool', 'error'] as const

/** Which spans are made: of calls, of waits too, or of every function besides. */
export const details = ['calls', 'waits', 'functions'] as const
export type Detail = (typeof details)[number]

/** What the tail sampler in front of the backend lets through. */
export const tails = ['all', 'some', 'tenth'] as const

/** What is made twice as fast. */
export const fasters = ['none', 'reviews', 'pricing', 'items'] as const
export type Faster = (typeof fasters)[number]

/** What of a page can be made faster. */
export const fastersOf: Readonly<Record<Page, readonly Faster[]>> = {
  checkout: ['none'],
  product: ['none', 'reviews', 'pricing'],
  orders: ['none', 'items'],
}

export const traceExplorerParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  page: z.enum(pages),
  /** On the way of a checkout only. */
  trouble: z.enum(troubles),
  detail: z.enum(details),
  /** How the mailer's span hangs on the message of a checkout. */
  queue: z.enum(['link', 'parent']),
  tail: z.enum(tails),
  faster: z.enum(fasters),
  /** One trace in place of Fernhill's requests, as `readTrace` reads it; empty for none. */
  trace: z.string().check(
    z.maxLength(longestTrace),
    z.refine((text) => text === '' || readTrace(text) !== null),
  ),
})

export type TraceExplorerParams = z.infer<typeof traceExplorerParams>
