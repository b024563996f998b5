import {
  formatTracestate,
  type TracestateMember,
  type TracestateOptions,
  tracestateBudget,
  tracestateMostMembers,
} from './tracestate'
import { findTracestateKeyFault, findTracestateValueFault } from './tracestate-grammar'

/** The list after a mutation. The list that was passed in is never changed. */
export interface TracestateMutation {
  readonly members: readonly TracestateMember[]
  readonly changed: boolean
  /** The members that had to go to make room. */
  readonly dropped: readonly TracestateMember[]
  /** Why nothing was changed, as a sentence, or null. */
  readonly refusal: string | null
}

function unchanged(members: readonly TracestateMember[], refusal: string | null): TracestateMutation {
  return { members, changed: false, dropped: [], refusal }
}

/**
 * Adds or modifies a member: it moves to the left-most place, the others keep their order.
 *
 * `w3c`: adding to a full list of 32 drops the right-most. `opentelemetry-js`: a 33rd member is added, but a
 * change that would exceed 512 characters is refused. An invalid key or value changes nothing in either.
 * Source: W3C Trace Context section 3.5 (mutating tracestate); `@opentelemetry/core` TraceState.set.
 */
export function setTracestateMember(
  members: readonly TracestateMember[],
  key: string,
  value: string,
  options?: TracestateOptions,
): TracestateMutation {
  const isLenient = options?.behaviour === 'opentelemetry-js'
  const fault =
    findTracestateKeyFault(key, isLenient ? 'level-1' : options?.keyGrammar) ??
    findTracestateValueFault(value)
  if (fault !== null) return unchanged(members, fault.message)
  const others = members.filter((member) => member.key !== key)
  const next = [{ key, value }, ...others]
  if (isLenient) {
    const isTooLong = formatTracestate(next).length > tracestateBudget
    const refusal = `The list would exceed ${tracestateBudget} characters.`
    return isTooLong
      ? unchanged(members, refusal)
      : { members: next, changed: true, dropped: [], refusal: null }
  }
  const dropped = next.slice(tracestateMostMembers)
  return { members: next.slice(0, tracestateMostMembers), changed: true, dropped, refusal: null }
}

/** Deletes a member. Deleting what is not there changes nothing and is no error. */
export function deleteTracestateMember(
  members: readonly TracestateMember[],
  key: string,
): TracestateMutation {
  const kept = members.filter((member) => member.key !== key)
  if (kept.length === members.length) return unchanged(members, null)
  return {
    members: kept,
    changed: true,
    dropped: members.filter((member) => member.key === key),
    refusal: null,
  }
}

/** Removes the right-most member, the one that was set longest ago. */
export function popTracestateMember(members: readonly TracestateMember[]): TracestateMutation {
  const last = members.at(-1)
  if (last === undefined) return unchanged(members, 'The list is empty.')
  return { members: members.slice(0, -1), changed: true, dropped: [last], refusal: null }
}

const bulkyMember = 128

function lastIndexOfBulky(members: readonly TracestateMember[]): number {
  return members.findLastIndex(({ key, value }) => key.length + 1 + value.length > bulkyMember)
}

/**
 * Fits the list into a budget of characters by removing whole members: those longer than 128 characters first,
 * then from the right. Source: W3C Trace Context section 3.3.2.3 (tracestate limits).
 *
 * @param mostCharacters of the written header. The recommendation asks for at least 512.
 */
export function truncateTracestate(
  members: readonly TracestateMember[],
  mostCharacters: number = tracestateBudget,
): TracestateMutation {
  const kept = [...members]
  const dropped: TracestateMember[] = []
  let length = formatTracestate(kept).length
  while (kept.length > 0 && length > mostCharacters) {
    const bulky = lastIndexOfBulky(kept)
    const [gone] = kept.splice(bulky === -1 ? kept.length - 1 : bulky, 1)
    dropped.push(gone!)
    length -= gone!.key.length + gone!.value.length + (kept.length > 0 ? 2 : 1)
  }
  return { members: kept, changed: dropped.length > 0, dropped, refusal: null }
}
