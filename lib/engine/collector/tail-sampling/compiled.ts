import type { Voter } from './combine-votes'
import type { PolicyProgram } from './evaluator'
import type { TailSamplingSettings } from './settings'
import type { SpanTable } from './trace-view'

/** Settings with their policies built, drop policies first, ready to be bound to a table of spans. */
export interface CompiledTailSampling {
  readonly settings: TailSamplingSettings
  readonly policies: readonly {
    readonly name: string
    readonly isDrop: boolean
    readonly program: PolicyProgram
  }[]
}

/** Fresh evaluators over a table: rate limits start full. */
export function bindPolicies(compiled: CompiledTailSampling, table: SpanTable): Voter[] {
  return compiled.policies.map(({ name, isDrop, program }) => ({
    name,
    isDrop,
    evaluator: program.bind(table),
  }))
}
