import { emptyOtTracestate, formatOtTracestate, type OtTracestate, parseOtTracestate } from './ot-tracestate'
import { formatTracestate, type TracestateMember, tracestateMostMembers } from './tracestate'
import { findTracestateKeyFault, findTracestateValueFault } from './tracestate-grammar'

/** A tracestate as the Collector's samplers see it: the `ot` member read, all others kept as they are. */
export interface SamplingTracestate {
  readonly ot: OtTracestate
  readonly others: readonly TracestateMember[]
}

export interface SamplingTracestateParse {
  readonly state: SamplingTracestate
  /** Empty if all is well; otherwise the words of collector-contrib pkg/sampling. */
  readonly errors: readonly string[]
}

/** The most characters of a tracestate that the Collector's samplers read. */
const mostCharacters = 1024

const nothing: SamplingTracestate = { ot: emptyOtTracestate, others: [] }

/**
 * Reads a tracestate as the Collector's samplers do. Any syntax error refuses the whole; an error within `ot`
 * is reported and the rest kept. Source: collector-contrib pkg/sampling/w3ctracestate.go (NewW3CTraceState).
 */
export function parseSamplingTracestate(tracestate: string): SamplingTracestateParse {
  if (tracestate === '') return { state: nothing, errors: [] }
  if (tracestate.length > mostCharacters) return { state: nothing, errors: ['tracestate size limit'] }
  const members: TracestateMember[] = []
  const parts = tracestate.split(',')
  let isTooLong = false
  for (const part of parts) {
    const text = part.replace(/^[ \t]+|[ \t]+$/g, '')
    if (text === '') continue
    const equals = text.indexOf('=')
    const key = text.slice(0, Math.max(0, equals))
    const value = text.slice(equals + 1)
    const keyFault = findTracestateKeyFault(key)
    if (keyFault?.code === 'key-too-long') isTooLong = true
    else if (keyFault !== null) return { state: nothing, errors: ['invalid syntax'] }
    if (findTracestateValueFault(value) !== null) return { state: nothing, errors: ['invalid syntax'] }
    members.push({ key, value })
  }
  if (isTooLong || parts.length > tracestateMostMembers) {
    return { state: nothing, errors: ['tracestate size limit'] }
  }
  const ot = members.findLast((member) => member.key === 'ot')
  const parse = ot === undefined ? { state: emptyOtTracestate, errors: [] } : parseOtTracestate(ot.value)
  return {
    state: { ot: parse.state, others: members.filter(({ key }) => key !== 'ot') },
    errors: parse.errors,
  }
}

/** Writes the tracestate with `ot` left-most, as the Collector does. */
export function formatSamplingTracestate(state: SamplingTracestate): string {
  const ot = formatOtTracestate(state.ot)
  return formatTracestate(ot === '' ? state.others : [{ key: 'ot', value: ot }, ...state.others])
}
