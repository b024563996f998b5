import { BoundEvaluator } from '../bound-evaluator'
import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'
import type { SpanTable, TraceView } from '../trace-view'

const codes = new Map([
  ['UNSET', 0],
  ['OK', 1],
  ['ERROR', 2],
])

/**
 * Samples a trace with any span of one of the given statuses. A string is the processor's reason to refuse.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/status_code.go.
 */
export function statusCode(wanted: readonly string[]): PolicyProgram | string {
  if (wanted.length === 0) return 'expected at least one status code to filter on'
  const mask = [false, false, false]
  for (const name of wanted) {
    const code = codes.get(name)
    if (code === undefined) {
      return `unknown status code ${JSON.stringify(name)}, supported: OK, ERROR, UNSET`
    }
    mask[code] = true
  }
  const rule = ({ status }: SpanTable, { rows, from, to }: TraceView) => {
    for (let at = from; at < to; at += 1) {
      if (mask[status[rows === null ? at : rows[at]!]!]) return decisionCode.Sampled
    }
    return decisionCode.NotSampled
  }
  return { stateful: false, bind: (table) => new BoundEvaluator(table, rule) }
}
