import * as z from 'zod/mini'

/** The longest configuration that may be typed, in characters: it travels in the address of the page. */
export const longestConfig = 4000
/** The longest that it may become in the address, where a sign of another script takes nine. */
const longestEncoded = 12_000

/** Whether a configuration fits a link. */
export function fitsLink(text: string): boolean {
  return new URLSearchParams({ yaml: text }).toString().length <= longestEncoded
}

/** What can be changed: the configuration, the shop's traffic, its backend, and what an item weighs in memory. */
export const pipelineParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  /** A whole Collector configuration. */
  yaml: z.string().check(z.maxLength(longestConfig), z.refine(fitsLink)),
  /** Requests to the shop that start per second. */
  perSecond: z.int().check(z.minimum(1), z.maximum(30)),
  /** Share of requests with an error, 0 to 0.2. */
  errorShare: z.number().check(z.minimum(0), z.maximum(0.2)),
  /** For so long no backend answers, from `downFromMs` on. */
  downSeconds: z.int().check(z.minimum(0), z.maximum(30)),
  /** What a span, a point or a record adds to the Collector's memory while it waits there: an assumption. */
  kibPerItem: z.int().check(z.minimum(1), z.maximum(500)),
})

export type PipelineParams = z.infer<typeof pipelineParams>

/** When the backends go away, in milliseconds of the shop's time. */
export const downFromMs = 6000
/** The machine has so much memory, and a Collector without data takes so much of it, in MiB. */
export const totalMib = 1024
export const baseMib = 64
/** The Collector's time goes on in steps of so long, in milliseconds of the shop's time. */
export const tickMs = 200
