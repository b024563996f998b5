import { compileCondition, type OttlCondition } from '../ottl/condition'
import { inferContext } from '../ottl/infer-context'
import type { OttlContextName } from '../ottl/path'
import type { ItemSignal, TelemetryItem } from './telemetry-item'
import { ottlContextOf } from './telemetry-item'

/** A condition of the filter processor, with where it stands below the processor's settings. */
export interface FilterCondition {
  readonly text: string
  readonly context: OttlContextName
  readonly signal: ItemSignal
  readonly path: readonly (string | number)[]
}

const contexts: Readonly<Record<ItemSignal, Readonly<Record<string, OttlContextName>>>> = {
  traces: { resource: 'resource', span: 'span', spanevent: 'spanevent' },
  metrics: { resource: 'resource', metric: 'metric', datapoint: 'datapoint' },
  logs: { resource: 'resource', log_record: 'log' },
}
const inferred = { traces: 'trace_conditions', metrics: 'metric_conditions', logs: 'log_conditions' } as const

/**
 * The conditions of a filter processor's settings. `include` and `exclude`, the form before OTTL, are not among them.
 *
 * Source: opentelemetry-collector-contrib processor/filterprocessor/README.md, config.go.
 */
export function filterConditions(given: { readonly [key: string]: unknown }): FilterCondition[] {
  return (Object.keys(contexts) as ItemSignal[]).flatMap((signal) => {
    const legacy = (given[signal] ?? {}) as Record<string, unknown>
    const old = Object.entries(contexts[signal]).flatMap(([key, context]) =>
      texts(legacy[key]).map(([text, index]) => ({ text, context, signal, path: [signal, key, index] })),
    )
    const now = texts(given[inferred[signal]]).map(([text, index]) => {
      return { text, context: inferContext([text], signal), signal, path: [inferred[signal], index] }
    })
    return [...old, ...now]
  })
}

function texts(value: unknown): [string, number][] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (typeof item === 'string' ? [[item, index] as [string, number]] : []))
}

/**
 * The filter processor for one signal: the text of the condition that drops an item, or null where it stays. An item is
 * dropped if any condition is true of it. One that fails while it runs drops nothing (`error_mode: ignore`).
 *
 * @returns also the conditions that cannot be run here, which drop nothing.
 *
 * Source: opentelemetry-collector-contrib processor/filterprocessor (traces.go, metrics.go, logs.go).
 */
export function createFilter(
  given: { readonly [key: string]: unknown },
  signal: ItemSignal,
): { readonly why: (item: TelemetryItem) => string | null; readonly unknown: readonly string[] } {
  const compiled: { text: string; condition: OttlCondition }[] = []
  const unknown: string[] = []
  for (const { text, context, signal: of } of filterConditions(given)) {
    if (of !== signal) continue
    // An event is dropped from its span, which stays; events are not modelled.
    const result = context === 'spanevent' ? null : compileCondition(text, context)
    if (result?.ok) compiled.push({ text, condition: result.condition })
    else unknown.push(text)
  }
  return {
    unknown,
    why(item) {
      const about = ottlContextOf(item)
      for (const { text, condition } of compiled) {
        const answer = condition(about)
        if (answer.ok && answer.value) return text
      }
      return null
    },
  }
}
