import { compileCondition, type OttlCondition } from '../../ottl/condition'
import type { OttlContext } from '../../ottl/path'
import { decisionCode } from '../decision'
import type { PolicyProgram } from '../evaluator'

/** What to do with a condition that fails while it runs: give up the vote, or take it as false. */
export type OttlErrorMode = 'propagate' | 'ignore' | 'silent'

/** Some of the conditions hold; `null` where one failed and failures propagate. */
function someHolds(
  conditions: readonly OttlCondition[],
  context: OttlContext,
  errorMode: OttlErrorMode,
): boolean | null {
  for (const condition of conditions) {
    const answer = condition(context)
    if (!answer.ok && errorMode === 'propagate') return null
    if (answer.ok && answer.value) return true
  }
  return false
}

/**
 * Samples where any condition holds for any span, or any span event. A string is the reason to refuse.
 *
 * Source: contrib processor/tailsamplingprocessor/internal/sampling/ottl.go; pkg/ottl ConditionSequence.
 */
export function ottlCondition(settings: {
  readonly span: readonly string[]
  readonly spanEvent: readonly string[]
  readonly errorMode: OttlErrorMode
}): PolicyProgram | string {
  if (settings.span.length === 0 && settings.spanEvent.length === 0) {
    return 'expected at least one OTTL condition to filter on'
  }
  const onSpan = settings.span.map((text) => compileCondition(text, 'span'))
  const onEvent = settings.spanEvent.map((text) => compileCondition(text, 'spanevent'))
  const refused = [...onSpan, ...onEvent].flatMap((result) => (result.ok ? [] : [result.message]))
  if (refused.length > 0) return refused.join('; ')
  const spanConditions = onSpan.flatMap((result) => (result.ok ? [result.condition] : []))
  const eventConditions = onEvent.flatMap((result) => (result.ok ? [result.condition] : []))
  return {
    stateful: false,
    bind: (table) => ({
      stateful: false,
      evaluate(trace) {
        const { rows, from, to } = trace
        for (let at = from; at < to; at += 1) {
          const located = table.locate(rows === null ? at : rows[at]!)
          const held = someHolds(spanConditions, located, settings.errorMode)
          if (held === null) return decisionCode.Error
          if (held) return decisionCode.Sampled
          if (eventConditions.length === 0) continue
          for (const event of located.span.events ?? []) {
            const holds = someHolds(eventConditions, { ...located, event }, settings.errorMode)
            if (holds === null) return decisionCode.Error
            if (holds) return decisionCode.Sampled
          }
        }
        return decisionCode.NotSampled
      },
    }),
  }
}
