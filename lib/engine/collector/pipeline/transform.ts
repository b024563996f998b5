import { compileCondition, type OttlCondition } from '../ottl/condition'
import { inferContext } from '../ottl/infer-context'
import type { OttlContextName } from '../ottl/path'
import { compileStatement, type OttlStatement } from '../ottl/statement'
import type { ItemSignal, TelemetryItem } from './telemetry-item'
import { ottlContextOf } from './telemetry-item'

/** A statement of the transform processor, with where it stands below the processor's settings. */
export interface TransformStatement {
  readonly text: string
  readonly context: OttlContextName
  readonly signal: ItemSignal
  /** Of its group; the statement runs if one is true, or if there is none. */
  readonly conditions: readonly string[]
  readonly path: readonly (string | number)[]
}

const keys = { traces: 'trace_statements', metrics: 'metric_statements', logs: 'log_statements' } as const
const known: readonly string[] = ['resource', 'scope', 'span', 'spanevent', 'metric', 'datapoint', 'log']

/**
 * The statements of a transform processor's settings, in order: groups with `context` and `statements`, or plain texts
 * whose context follows from their paths.
 *
 * Source: opentelemetry-collector-contrib processor/transformprocessor/README.md.
 */
export function transformStatements(given: { readonly [key: string]: unknown }): TransformStatement[] {
  return (Object.keys(keys) as ItemSignal[]).flatMap((signal) => {
    const groups = given[keys[signal]]
    if (!Array.isArray(groups)) return []
    return groups.flatMap((group, index): TransformStatement[] => {
      if (typeof group === 'string') {
        const context = inferContext([group], signal)
        return [{ text: group, context, signal, conditions: [], path: [keys[signal], index] }]
      }
      const { context, conditions, statements } = (group ?? {}) as Record<string, unknown>
      const list = (value: unknown) =>
        Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
      const own = list(statements)
      const name =
        typeof context === 'string' && known.includes(context)
          ? (context as OttlContextName)
          : inferContext([...own, ...list(conditions)], signal)
      return own.map((text, at) => {
        const path = [keys[signal], index, 'statements', at]
        return { text, context: name, signal, conditions: list(conditions), path }
      })
    })
  })
}

/**
 * The transform processor for one signal. A statement that fails while it runs changes nothing (`error_mode: ignore`).
 *
 * @returns also the statements that cannot be run here.
 */
export function createTransform(
  given: { readonly [key: string]: unknown },
  signal: ItemSignal,
): {
  /** The item afterwards, and the statements that changed it; the very same item where none did. */
  readonly run: (item: TelemetryItem) => { readonly item: TelemetryItem; readonly by: readonly string[] }
  readonly unknown: readonly string[]
} {
  const compiled: { text: string; statement: OttlStatement; conditions: OttlCondition[] }[] = []
  const unknown: string[] = []
  for (const { text, context, signal: of, conditions } of transformStatements(given)) {
    if (of !== signal) continue
    const result = compileStatement(text, context)
    const tests = conditions.map((condition) => compileCondition(condition, context))
    if (result.ok && tests.every((test) => test.ok)) {
      compiled.push({ text, statement: result.statement, conditions: tests.map((test) => test.condition) })
    } else unknown.push(text)
  }
  return {
    unknown,
    run(item) {
      const by: string[] = []
      let now = item
      for (const { text, statement, conditions } of compiled) {
        const about = ottlContextOf(now)
        const holds = (condition: OttlCondition) => {
          const answer = condition(about)
          return answer.ok && answer.value
        }
        if (conditions.length > 0 && !conditions.some(holds)) continue
        const changed = statement(now)
        if (changed !== now) by.push(text)
        now = changed
      }
      return { item: now, by }
    },
  }
}
