import {
  extractTraceContextFromHeaders,
  type Header,
  injectTraceContext,
  type TraceparentProblem,
} from '@/lib/engine'

/** The vectors' words for why a traceparent was refused; they tell fewer reasons apart than the engine. */
export function refusalReason(problems: readonly TraceparentProblem[]): string {
  const formatCodes = [
    'missing-field',
    'field-length',
    'upper-case',
    'not-hexadecimal',
    'trailing-not-separated',
  ]
  const isFormat = problems.some(({ code }) => formatCodes.includes(code))
  return isFormat ? 'format' : problems[0]!.code
}

/**
 * How the vectors tell of a whole request. They were recorded with the strict test suite of W3C, which follows
 * the key grammar of the editor's draft.
 */
export function summariseExtraction(headers: readonly Header[]): Record<string, unknown> {
  const extraction = extractTraceContextFromHeaders(headers, { keyGrammar: 'editors-draft' })
  if (extraction.action !== 'continue') {
    return {
      action: extraction.action,
      reason: refusalReason(extraction.traceparentProblems),
      tracestate: [],
    }
  }
  const { spanContext, traceparent } = extraction
  const [, outgoing] = injectTraceContext(spanContext)[0]!
  return {
    action: 'continue',
    traceId: spanContext.traceId,
    parentId: spanContext.spanId,
    sampled: traceparent.sampled,
    random: traceparent.random,
    incomingVersion: traceparent.version,
    outgoingVersion: outgoing.slice(0, 2),
    tracestate: spanContext.tracestate.map(({ key, value }) => [key, value]),
    tracestateDiscarded: extraction.tracestateDiscarded,
  }
}
