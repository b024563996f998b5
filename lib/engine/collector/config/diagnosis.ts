/** Where something stands in a text, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One finding about a configuration. */
export interface Diagnosis extends Position {
  /** `error`: a Collector does not start with it. `warning`: it starts, and does not do what was probably meant. */
  readonly severity: 'error' | 'warning'
  /** Where in the configuration, as the Collector writes it: `processors::tail_sampling::policies::0`. */
  readonly path: string
  /** For an error the Collector's own words; for a warning ours. */
  readonly message: string
}

/** Where a finding about the whole text is put. */
export const documentStart: Position = { line: 1, column: 1 }

/** An error, in the Collector's words. */
export function errorAt(position: Position, path: string, message: string): Diagnosis {
  return { severity: 'error', path, message, line: position.line, column: position.column }
}

/** A warning, in ours. */
export function warningAt(position: Position, path: string, message: string): Diagnosis {
  return { severity: 'warning', path, message, line: position.line, column: position.column }
}
