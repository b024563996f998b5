import type { Attributes, AttributeValue } from '../attribute'

/** The span that was active when a measurement was made. */
export interface MeasurementContext {
  readonly traceId: string
  readonly spanId: string
  /** Bit 0 of its trace-flags. */
  readonly sampled: boolean
}

/** One measurement kept beside the point that it went into. Source: specification/metrics/data-model.md, Exemplars. */
export interface Exemplar {
  /** What was measured: a histogram's value, a counter's increment. */
  readonly value: number
  readonly timeMs: number
  /** The measurement's attributes that the point does not have. */
  readonly filteredAttributes: Attributes
  readonly traceId?: string
  readonly spanId?: string
}

/** Values of `OTEL_METRICS_EXEMPLAR_FILTER`. Source: specification/metrics/sdk.md, ExemplarFilter. */
export type ExemplarFilter = 'always_on' | 'always_off' | 'trace_based'

/** What an SDK does where nobody says otherwise. */
export const defaultExemplarFilter: ExemplarFilter = 'trace_based'

/** Whether a measurement may become an exemplar. `trace_based` asks for a sampled span at the moment of recording. */
export function isExemplarEligible(filter: ExemplarFilter, context: MeasurementContext | null): boolean {
  if (filter === 'trace_based') return context?.sampled ?? false
  return filter === 'always_on'
}

/** A measurement's attributes, parted into those that make its point and those that only its exemplar has. */
export function partAttributes(
  attributes: Attributes,
  isKept: (key: string) => boolean,
): { readonly point: Attributes; readonly filtered: Attributes } {
  const point: Record<string, AttributeValue> = {}
  const filtered: Record<string, AttributeValue> = {}
  for (const [key, value] of Object.entries(attributes)) (isKept(key) ? point : filtered)[key] = value
  return { point, filtered }
}
