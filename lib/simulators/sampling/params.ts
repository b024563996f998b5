import * as z from 'zod/mini'

/** Ways to choose the traces that are kept. `none`: nothing to compare with, for B only. */
export const strategyNames = ['head', 'consistent', 'rules', 'rate', 'tail', 'yaml'] as const
export type StrategyName = (typeof strategyNames)[number]

/** How spans find one of several Collectors: each to any, by `service.name`, or by trace id. */
export const routings = ['any', 'service', 'trace-id'] as const
export type RoutingName = (typeof routings)[number]
/** The most Collectors of one side. */
export const mostCollectors = 6

/** The longest configuration that may be typed, in characters. It travels in the address of the page. */
export const longestYaml = 4000

const share = z.number().check(z.minimum(0.01), z.maximum(1))
const waitSeconds = z.int().check(z.minimum(1), z.maximum(15))
const numTraces = z.int().check(z.minimum(20), z.maximum(2000))
const collectors = z.int().check(z.minimum(1), z.maximum(mostCollectors))
const routing = z.enum(routings)
const limitPerSecond = z.number().check(z.minimum(1), z.maximum(40))

export const samplingParams = z.object({
  seed: z.int().check(z.minimum(0), z.maximum(9999)),
  /** Traces that start per second. */
  perSecond: z.int().check(z.minimum(2), z.maximum(120)),
  /** Share of traces with an error, 0 to 0.2. */
  errorShare: z.number().check(z.minimum(0), z.maximum(0.2)),
  /** Share of traces that wait two seconds for a connection, 0 to 0.2. */
  slowShare: z.number().check(z.minimum(0), z.maximum(0.2)),
  /** How much later than the others the mailer's exporter delivers its spans. */
  lateSeconds: z.number().check(z.minimum(0), z.maximum(15)),
  a: z.enum(strategyNames),
  aShare: share,
  aWait: waitSeconds,
  aTraces: numTraces,
  aCollectors: collectors,
  aRouting: routing,
  aLimit: limitPerSecond,
  b: z.enum([...strategyNames, 'none']),
  bShare: share,
  bWait: waitSeconds,
  bTraces: numTraces,
  bCollectors: collectors,
  bRouting: routing,
  bLimit: limitPerSecond,
  /** What stands below `tail_sampling:`. Both sides read the same. */
  yaml: z.string().check(z.maxLength(longestYaml)),
  /** Assumptions of the cost. On the wire and in the backend: */
  bytesPerSpan: z.int().check(z.minimum(50), z.maximum(5000)),
  pricePerGb: z.number().check(z.minimum(0), z.maximum(20)),
  /** While it waits in the Collector's memory: */
  heldBytesPerSpan: z.int().check(z.minimum(100), z.maximum(20_000)),
})

export type SamplingParams = z.infer<typeof samplingParams>

/** Whether either side runs the typed configuration. */
export const readsYaml = ({ a, b }: Pick<SamplingParams, 'a' | 'b'>): boolean => a === 'yaml' || b === 'yaml'

/** The settings of one side. */
export interface StrategySettings {
  readonly name: StrategyName
  /** Of what is kept by chance, 0 to 1. */
  readonly share: number
  readonly waitSeconds: number
  /** Of each Collector. */
  readonly numTraces: number
  readonly collectors: number
  readonly routing: RoutingName
  /** Traces a second. */
  readonly limitPerSecond: number
  readonly yaml: string
}

/** Side A or B of the parameters; null where there is nothing on it. */
export function settingsOf(params: SamplingParams, side: 'a' | 'b'): StrategySettings | null {
  const name = params[side]
  if (name === 'none') return null
  return {
    name,
    share: params[`${side}Share`],
    waitSeconds: params[`${side}Wait`],
    numTraces: params[`${side}Traces`],
    collectors: params[`${side}Collectors`],
    routing: params[`${side}Routing`],
    limitPerSecond: params[`${side}Limit`],
    yaml: params.yaml,
  }
}
