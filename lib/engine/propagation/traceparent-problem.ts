import { nameCharacter, type Problem } from './problem'

export type TraceparentField = 'header' | 'version' | 'trace-id' | 'parent-id' | 'trace-flags' | 'trailing'

export type TraceparentProblemCode =
  | 'missing'
  | 'duplicate-traceparent'
  | 'missing-field'
  | 'field-length'
  | 'upper-case'
  | 'not-hexadecimal'
  | 'version-ff'
  | 'zero-trace-id'
  | 'zero-parent-id'
  | 'v00-trailing'
  | 'trailing-not-separated'

export type TraceparentProblem = Problem<TraceparentField, TraceparentProblemCode>

const fields = [
  { field: 'version', name: 'version', length: 2 },
  { field: 'trace-id', name: 'trace id', length: 32 },
  { field: 'parent-id', name: 'parent id', length: 16 },
  { field: 'trace-flags', name: 'trace flags', length: 2 },
] as const

function diagnoseCharacters(
  header: string,
  start: number,
  end: number,
  field: TraceparentField,
  name: string,
): TraceparentProblem | null {
  for (let offset = start; offset < end; offset += 1) {
    const character = header[offset]!
    if (/[0-9a-f]/.test(character)) continue
    if (/[A-F]/.test(character)) {
      const message = `The ${name} holds the capital ${nameCharacter(header, offset)}: only the lower-case digits 0 to 9 and a to f are allowed.`
      return { field, offset, code: 'upper-case', message }
    }
    const message = `The ${name} holds ${nameCharacter(header, offset)}, which is not a hexadecimal digit.`
    return { field, offset, code: 'not-hexadecimal', message }
  }
  return null
}

/** What is wrong with a value of the right length and characters: the values that the recommendation forbids. */
function diagnoseForbiddenValue(value: string, offset: number): TraceparentProblem | null {
  if (value === 'ff') {
    const message = 'The version ff is forbidden: it is reserved to mean an invalid header.'
    return { field: 'version', offset, code: 'version-ff', message }
  }
  if (value === '0'.repeat(32)) {
    const message = 'The trace id is all zeros, which means that there is no trace.'
    return { field: 'trace-id', offset, code: 'zero-trace-id', message }
  }
  if (value === '0'.repeat(16)) {
    const message = 'The parent id is all zeros, which means that there is no parent.'
    return { field: 'parent-id', offset, code: 'zero-parent-id', message }
  }
  return null
}

/**
 * Says what is wrong with a refused traceparent, field by field, in the order of the header. At least one
 * problem is always returned.
 *
 * @param start first character after leading white space.
 * @param end one past the last character before trailing white space.
 */
export function diagnoseTraceparent(header: string, start: number, end: number): TraceparentProblem[] {
  if (start >= end) {
    return [{ field: 'header', offset: 0, code: 'missing-field', message: 'The header has no value.' }]
  }
  const problems: TraceparentProblem[] = []
  const version = header.slice(start, start + 2)
  let offset = start
  let isCut = false
  for (const [index, { field, name, length }] of fields.entries()) {
    if (isCut) {
      const message = `The ${name} is missing: the header ends before it.`
      problems.push({ field, offset: end, code: 'missing-field', message })
      continue
    }
    const dashAt = header.indexOf('-', offset)
    const fieldEnd = dashAt === -1 || dashAt >= end ? end : dashAt
    const found = fieldEnd - offset
    // Whatever follows two good flag digits is trailing data, not part of the flags.
    const isTrailed = index === 3 && found > length
    const characters = diagnoseCharacters(header, offset, isTrailed ? offset + length : fieldEnd, field, name)
    if (found !== length && !isTrailed) {
      const digits = found === 1 ? '1 character' : `${found} characters`
      const message = `The ${name} must be exactly ${length} hexadecimal digits and is ${digits} long.`
      problems.push({ field, offset, code: 'field-length', message })
    }
    if (characters !== null) problems.push(characters)
    if (found === length && characters === null && !(index === 3)) {
      const forbidden = diagnoseForbiddenValue(header.slice(offset, fieldEnd), offset)
      if (forbidden !== null && forbidden.field === field) problems.push(forbidden)
    }
    if (index === 3) diagnoseTrailing(problems, version, offset + length, end)
    isCut = fieldEnd === end
    offset = fieldEnd + 1
  }
  if (problems.length === 0) problems.push(notSeparated(end))
  return problems
}

function notSeparated(offset: number): TraceparentProblem {
  const message = 'Data after the trace flags must begin with a dash, so that the flags can be told from it.'
  return { field: 'trailing', offset, code: 'trailing-not-separated', message }
}

function diagnoseTrailing(
  problems: TraceparentProblem[],
  version: string,
  offset: number,
  end: number,
): void {
  if (offset >= end || problems.length > 0) return
  if (version === '00') {
    const message =
      'Version 00 ends with the trace flags: a header of this version is exactly 55 characters long.'
    problems.push({ field: 'trailing', offset, code: 'v00-trailing', message })
    return
  }
  problems.push(notSeparated(offset))
}
