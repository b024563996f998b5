import type { TelemetryItem } from '../pipeline/telemetry-item'
import { ottlContextOf } from '../pipeline/telemetry-item'
import { compileTest, compileValue, Unknown } from './condition'
import { editors } from './editor'
import { parseStatement } from './parser'
import type { OttlContextName } from './path'
import { findTarget } from './target'
import { OttlFailure } from './value'

/** A statement ready to be run: the item afterwards, or the very same where nothing changed. It never throws. */
export type OttlStatement = (item: TelemetryItem) => TelemetryItem

/**
 * Compiles an OTTL statement, `editor(target, …) where condition`. The whole grammar is read; known are the editors of
 * `editor.ts`.
 *
 * Errors: the text that a Collector prints, `unable to parse OTTL statement "…": …`.
 *
 * Source: contrib pkg/ottl (grammar.go, LANGUAGE.md), pkg/ottl/ottlfuncs/README.md Editors.
 */
export function compileStatement(
  text: string,
  context: OttlContextName,
):
  | { readonly ok: true; readonly statement: OttlStatement }
  | { readonly ok: false; readonly message: string } {
  const prefix = `unable to parse OTTL statement ${JSON.stringify(text)}: `
  const parsed = parseStatement(text)
  if (!parsed.ok) return { ok: false, message: `${prefix}statement has invalid syntax: ${parsed.message}` }
  const { editor, where } = parsed.statement
  try {
    const known = Object.hasOwn(editors, editor.name) ? editors[editor.name]! : null
    if (known === null) throw new Unknown(`undefined function ${JSON.stringify(editor.name)}`)
    const [first, ...rest] = editor.args
    if (first?.value.kind !== 'path') throw new Unknown(`${editor.name} needs a path as its first argument`)
    const target = findTarget(first.value.fields, context)
    if (typeof target === 'string') throw new Unknown(target)
    const args = rest.map(({ value }) => compileValue(value, context))
    const test = where === null ? null : compileTest(where, context)
    return {
      ok: true,
      statement(item) {
        const about = ottlContextOf(item)
        try {
          if (test !== null && !test(about)) return item
          const before = target.read(item)
          const after = known(
            before,
            args.map((argument) => argument(about)),
          )
          return JSON.stringify(after) === JSON.stringify(before) ? item : target.write(item, after)
        } catch (failure) {
          if (!(failure instanceof OttlFailure)) throw failure
          return item
        }
      },
    }
  } catch (failure) {
    if (!(failure instanceof Unknown)) throw failure
    return { ok: false, message: prefix + failure.message }
  }
}
