import type { OttlContextName } from './path'

type InferredSignal = 'traces' | 'metrics' | 'logs'

/** From the lowest: a higher context cannot see a lower one. */
const order: Readonly<Record<InferredSignal, readonly OttlContextName[]>> = {
  traces: ['spanevent', 'span', 'scope', 'resource'],
  metrics: ['datapoint', 'metric', 'scope', 'resource'],
  logs: ['log', 'scope', 'resource'],
}
const own = { traces: 'span', metrics: 'datapoint', logs: 'log' } as const

/**
 * The context of conditions or statements that do not name it: the lowest that their paths speak of. Paths without a
 * context, as in older configurations, are the item's own.
 *
 * Source: contrib pkg/ottl/context_inferrer.go.
 */
export function inferContext(texts: readonly string[], signal: InferredSignal): OttlContextName {
  const bare = texts.map((text) => text.replace(/"(?:\\.|[^\\"])*"/g, '""')).join('\n')
  const named = (context: string) => new RegExp(`(?<![\\w.])${context}\\.`).test(bare)
  return order[signal].find(named) ?? own[signal]
}
