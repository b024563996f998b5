import type { Comparison } from './syntax'
import { isList, isMap, OttlBytes, OttlDuration, type OttlValue } from './value'

const mirrored: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/**
 * Compares by OTTL's rules: numbers with numbers whether int or double, otherwise only like with like. What cannot
 * be compared is unequal, and every other question about it is answered false.
 *
 * Source: contrib pkg/ottl/compare.go; LANGUAGE.md Comparison Rules.
 */
export function compare(operator: Comparison, left: OttlValue, right: OttlValue): boolean {
  if (left === null && right === null) return operator === '==' || operator === '<=' || operator === '>='
  if (left === null) return compare(mirrored[operator], right, null)
  if (typeof left === 'number' && typeof right === 'number') return ordered(operator, left, right)
  if (typeof left === 'string' && typeof right === 'string') return ordered(operator, left, right)
  if (typeof left === 'boolean' && typeof right === 'boolean')
    return ordered(operator, Number(left), Number(right))
  if (left instanceof OttlBytes && right instanceof OttlBytes) return ordered(operator, left.hex, right.hex)
  if (left instanceof OttlDuration && right instanceof OttlDuration) {
    return ordered(operator, left.nanoseconds, right.nanoseconds)
  }
  const alike =
    (isList(left) && right !== null && isList(right)) || (isMap(left) && right !== null && isMap(right))
  if (alike && operator === '==') return same(left, right)
  if (alike && operator === '!=') return !same(left, right)
  return operator === '!='
}

function ordered<T extends number | string>(operator: Comparison, left: T, right: T): boolean {
  switch (operator) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

function same(left: OttlValue, right: OttlValue): boolean {
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index]!))
  }
  if (left !== null && right !== null && isMap(left) && isMap(right)) {
    const keys = Object.keys(left)
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && same(left[key]!, right[key]!))
    )
  }
  return compare('==', left, right)
}
