/** Source: specification/metrics/api.md. */
export type InstrumentKind =
  | 'counter'
  | 'up_down_counter'
  | 'histogram'
  | 'gauge'
  | 'observable_counter'
  | 'observable_up_down_counter'
  | 'observable_gauge'

export interface Instrument {
  readonly name: string
  readonly kind: InstrumentKind
  /** UCUM, for example `s`, `By`, `{request}`. */
  readonly unit?: string
  readonly description?: string
  /** Name of the instrumentation scope. */
  readonly meter?: string
  /** What its author advises where no view says otherwise. */
  readonly advice?: { readonly boundaries?: readonly number[]; readonly attributeKeys?: readonly string[] }
}

/** Whether values are observed by a callback at collection, and not recorded as they happen. */
export function isAsynchronous(kind: InstrumentKind): boolean {
  return kind.startsWith('observable_')
}

/** Whether only non-negative values make sense: its sum never falls. */
export function isMonotonic(kind: InstrumentKind): boolean {
  return kind === 'counter' || kind === 'observable_counter' || kind === 'histogram'
}
