import type { DecisionCode } from './decision'
import type { Evaluator } from './evaluator'
import type { SpanTable, TraceView } from './trace-view'

/**
 * A stateless policy over a table. Its rule belongs to the program and is not made anew for each run: compiled code in
 * which a function was inlined is thrown away with that function, and every run would begin slowly.
 */
export class BoundEvaluator implements Evaluator {
  readonly stateful = false

  constructor(
    private readonly table: SpanTable,
    private readonly rule: (table: SpanTable, trace: TraceView) => DecisionCode,
  ) {}

  evaluate(trace: TraceView): DecisionCode {
    return this.rule(this.table, trace)
  }
}
