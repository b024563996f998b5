/** Something found in a configuration; lines and columns from 1. */
export interface EditorFinding {
  readonly severity: 'error' | 'warning'
  readonly line: number
  readonly column: number
  readonly message: string
}
