import { parseBaggage } from '../../engine/propagation/baggage'
import { parseTraceparent } from '../../engine/propagation/traceparent'
import { parseTracestate } from '../../engine/propagation/tracestate'
import { drawUnless } from '../draw'
import type { Generator } from '../generator'
import { drawHeader, type HeaderName, headerNames } from '../header-scene'
import { moments } from '../simulator-moments'

/** Where a fault can be, in the words of the options. */
const fields: Record<HeaderName, Readonly<Record<string, string>>> = {
  traceparent: {
    version: 'The version',
    'trace-id': 'The trace id',
    'parent-id': 'The parent id',
    'trace-flags': 'The trace flags',
    trailing: 'What stands behind the flags',
  },
  tracestate: {
    member: 'A member: it has no equals sign',
    key: 'A key',
    value: 'A value',
  },
  baggage: {
    member: 'A member: it has no equals sign',
    key: 'A key',
    value: 'A value',
    property: 'A property',
  },
}

const none = 'none'

/** Stands beside the other two headers, which are read only where a trace goes on. */
const good = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

/** At which field of a propagation header a receiver finds fault, if at any. */
export const headerFault: Generator<'header-fault'> = {
  name: 'header-fault',
  make(random, params) {
    const header = drawUnless(random, params.header, headerNames)
    const value = drawHeader(random, header)
    const found = findFault(header, value)
    const right = found?.field ?? none
    const options = Object.entries({ ...fields[header], [none]: 'Nothing: it is good' }).map(
      ([field, text]) => ({
        text,
        isRight: field === right,
        feedback:
          field === right ? (found?.message ?? 'It is good.') : wrongly(field, found?.message ?? null),
      }),
    )
    return {
      question: `A request arrives with this header.\n\n\`\`\`http\n${header}: ${value}\n\`\`\`\n\nA receiver reads it as W3C says. What is wrong with it?`,
      trace: null,
      asks: { kind: 'one', options },
      steps: [
        found?.message ?? explainGood(header, value),
        '',
        consequence(header, found?.effect ?? null, found === null),
      ].join('\n'),
      simulator: {
        name: 'propagation',
        params: {
          ...{ incoming: good, door: 'continues', baggage: 'none' },
          [header === 'traceparent' ? 'incoming' : header === 'baggage' ? 'brought' : header]: value,
        },
        atMs: moments.web,
      },
    }
  },
}

function findFault(
  header: HeaderName,
  value: string,
): { field: string; message: string; effect?: string } | null {
  if (header === 'traceparent') return parseTraceparent(value).problems[0] ?? null
  return (header === 'tracestate' ? parseTracestate(value) : parseBaggage(value)).problems[0] ?? null
}

function wrongly(field: string, message: string | null): string {
  if (message === null) return 'That is allowed as it stands.'
  return field === none ? message : `That is allowed as it stands. ${message}`
}

function explainGood(header: HeaderName, value: string): string {
  if (header === 'traceparent') {
    const later = value.startsWith('00-')
      ? ''
      : ' A later version may have more fields behind the flags; they are passed over.'
    return `Every field has its length and lower-case hexadecimal digits, no id is all zeros, and the version is not \`ff\`. Flags that are not known are passed over.${later}`
  }
  if (header === 'tracestate')
    return 'Every member is a key, an equals sign and a value of allowed characters. Empty members and spaces after a comma are allowed, and so is `tenant@system`, whose tenant may begin with a digit.'
  return 'Every member is a name, an equals sign and a value. The value may be empty and may itself hold equals signs; what is not allowed in it stands percent-encoded. Spaces around the equals sign are passed over.'
}

function consequence(header: HeaderName, effect: string | null, isGood: boolean): string {
  if (isGood) return 'It is taken as it came.'
  if (header === 'traceparent')
    return 'An invalid traceparent is as good as none: the receiver starts a new trace, and drops the tracestate as well.'
  if (header === 'tracestate')
    return effect === 'drops-member'
      ? 'The first member of that key stays, the later one is dropped. The trace goes on.'
      : 'The whole tracestate is discarded. The traceparent stays good, so the trace goes on.'
  return 'W3C leaves open what becomes of a malformed member; here it is left out and the others are kept. Baggage never breaks a trace.'
}
