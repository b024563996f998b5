import { compileGoRegex } from '../go-regex'
import { isList, isMap, OttlFailure, type OttlValue } from './value'

/** What becomes of a value by an editor with its further arguments. */
export type OttlEditor = (value: OttlValue, args: readonly OttlValue[]) => OttlValue

type Entries = { readonly [key: string]: OttlValue }

function entries(value: OttlValue): Entries {
  if (!isMap(value)) throw new OttlFailure('expected pcommon.Map')
  return value
}

function text(value: OttlValue | undefined): string {
  if (typeof value !== 'string') throw new OttlFailure('expected string')
  return value
}

function names(value: OttlValue | undefined): readonly OttlValue[] {
  if (value === undefined || !isList(value)) throw new OttlFailure('expected list')
  return value
}

function regex(value: OttlValue | undefined): RegExp {
  const compiled = compileGoRegex(text(value))
  if (typeof compiled === 'string') throw new OttlFailure(compiled)
  return new RegExp(compiled.source, compiled.flags.includes('g') ? compiled.flags : `${compiled.flags}g`)
}

function keep(value: OttlValue, isKept: (key: string, index: number) => boolean): Entries {
  return Object.fromEntries(Object.entries(entries(value)).filter(([key], index) => isKept(key, index)))
}

/** Go writes a group `$1` or `${1}`; a Collector's file writes `$$1`, which has been read by now. */
const replacement = (value: OttlValue | undefined) => text(value).replace(/\$\{(\w+)\}/g, '$$$1')

/** The editors that are run here. Source: contrib pkg/ottl/ottlfuncs/README.md, Editors. */
export const editors: Readonly<Record<string, OttlEditor>> = {
  // Setting nil does nothing before v0.161 of the Collector.
  set: (value, [to]) => (to === undefined || to === null ? value : to),
  delete_key: (value, [key]) => keep(value, (name) => name !== key),
  delete_matching_keys(value, [pattern]) {
    const test = regex(pattern)
    return keep(value, (name) => name.search(test) < 0)
  },
  keep_keys(value, [list]) {
    const kept = names(list)
    return keep(value, (name) => kept.includes(name))
  },
  keep_matching_keys(value, [pattern]) {
    const test = regex(pattern)
    return keep(value, (name) => name.search(test) >= 0)
  },
  limit(value, [most, first]) {
    const priority = first === undefined ? [] : names(first)
    const others = Object.keys(entries(value)).filter((key) => !priority.includes(key))
    const present = priority.filter((key) => typeof key === 'string' && key in entries(value)).length
    const room = Math.max(0, Number(most) - present)
    return keep(value, (key) => priority.includes(key) || others.indexOf(key) < room)
  },
  truncate_all: (value, [most]) =>
    Object.fromEntries(
      Object.entries(entries(value)).map(([key, item]) => [
        key,
        typeof item === 'string' ? item.slice(0, Number(most)) : item,
      ]),
    ),
  replace_pattern: (value, [pattern, by]) =>
    typeof value === 'string' ? value.replace(regex(pattern), replacement(by)) : value,
  replace_all_patterns(value, [mode, pattern, by]) {
    const test = regex(pattern)
    const change = (item: string) => item.replace(test, replacement(by))
    return Object.fromEntries(
      Object.entries(entries(value)).map(([key, item]) =>
        mode === 'key' ? [change(key), item] : [key, typeof item === 'string' ? change(item) : item],
      ),
    )
  },
  merge_maps(value, [source, strategy]) {
    const into = entries(value)
    const from = entries(source ?? {})
    if (strategy === 'insert') return { ...from, ...into }
    if (strategy === 'update') return { ...into, ...keep(from, (key) => Object.hasOwn(into, key)) }
    return { ...into, ...from }
  },
}
