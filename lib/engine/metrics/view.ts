import { type Aggregation, defaultAggregation } from './aggregation'
import type { Instrument, InstrumentKind } from './instrument'

/** The limit where neither view nor reader sets one. Source: specification/metrics/sdk.md, Cardinality limits. */
export const defaultCardinalityLimit = 2000

/**
 * Which instruments, and what becomes of them. Every criterion that is given must match; the name may hold `*` (any
 * text) and `?` (one character), and its case does not matter. Source: specification/metrics/sdk.md, View.
 */
export interface View {
  readonly instrumentName?: string
  readonly instrumentKind?: InstrumentKind
  readonly unit?: string
  readonly meter?: string
  readonly stream: {
    readonly name?: string
    readonly description?: string
    /** Only these names make a series; the others survive in exemplars alone. */
    readonly attributeKeys?: readonly string[]
    /** These names do not make a series. */
    readonly excludedAttributeKeys?: readonly string[]
    readonly aggregation?: Aggregation
    readonly cardinalityLimit?: number
  }
}

/** One stream of points: an instrument as a view has it. */
export interface MetricStreamConfig {
  readonly name: string
  readonly description: string
  readonly unit: string
  readonly instrument: Instrument
  readonly aggregation: Aggregation
  /** Null where all names count. */
  readonly keptKeys: readonly string[] | null
  readonly excludedKeys: readonly string[]
  readonly cardinalityLimit: number
}

/**
 * The streams of an instrument: one for every view that matches it, each independent of the others, or one by default
 * where none does. A `drop` makes none.
 *
 * Source: specification/metrics/sdk.md, Measurement processing (`view_matching_mode: independent`).
 *
 * @param readerLimit the reader's cardinality limit, behind the view's own.
 */
export function streamsOf(
  instrument: Instrument,
  views: readonly View[],
  readerLimit: number = defaultCardinalityLimit,
): MetricStreamConfig[] {
  const matching = views.filter((view) => matchesView(view, instrument))
  const chosen: readonly View[] = matching.length > 0 ? matching : [{ stream: {} }]
  return chosen
    .map(({ stream }) => ({
      name: stream.name ?? instrument.name,
      description: stream.description ?? instrument.description ?? '',
      unit: instrument.unit ?? '',
      instrument,
      aggregation: stream.aggregation ?? defaultAggregation(instrument),
      keptKeys: keptKeys(stream, instrument),
      excludedKeys: stream.excludedAttributeKeys ?? [],
      cardinalityLimit: stream.cardinalityLimit ?? readerLimit,
    }))
    .filter((stream) => stream.aggregation.kind !== 'drop')
}

/** Whether a view selects an instrument. */
export function matchesView(view: View, instrument: Instrument): boolean {
  return (
    (view.instrumentName === undefined || matchesName(view.instrumentName, instrument.name)) &&
    (view.instrumentKind === undefined || view.instrumentKind === instrument.kind) &&
    (view.unit === undefined || view.unit === (instrument.unit ?? '')) &&
    (view.meter === undefined || view.meter === (instrument.meter ?? ''))
  )
}

/**
 * What is wrong with a list of views; empty where all is well. A new name for instruments that a wildcard selects would
 * give several streams one name. Source: specification/metrics/sdk.md, View ("SHOULD fail fast").
 */
export function checkViews(views: readonly View[]): string[] {
  const problems: string[] = []
  for (const [index, { instrumentName, stream, ...criteria }] of views.entries()) {
    const which = `View ${index + 1}`
    const selects =
      instrumentName !== undefined || Object.values(criteria).some((value) => value !== undefined)
    if (!selects) problems.push(`${which} has no criterion that selects instruments`)
    if (stream.name !== undefined && (instrumentName === undefined || /[*?]/.test(instrumentName)))
      problems.push(`${which} gives one name to all instruments that match ${instrumentName ?? '*'}`)
    if (stream.cardinalityLimit !== undefined && !(stream.cardinalityLimit > 0))
      problems.push(`${which} has a cardinality limit that is not above 0`)
  }
  return problems
}

function keptKeys(stream: View['stream'], instrument: Instrument): readonly string[] | null {
  if (stream.attributeKeys) return stream.attributeKeys
  // Advice holds only where the view is silent about attributes.
  return stream.excludedAttributeKeys ? null : (instrument.advice?.attributeKeys ?? null)
}

function matchesName(pattern: string, name: string): boolean {
  const escaped = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, 'is').test(name)
}
