/** The three states of a span's status. Source: specification/trace/api.md, Set Status. */
export const spanStatusCodes = ['Unset', 'Ok', 'Error'] as const
export type SpanStatusCode = (typeof spanStatusCodes)[number]

/**
 * A span's status after somebody sets it anew. Ok is final, and an attempt to set Unset is ignored; else the last call
 * counts. Source: specification/trace/api.md, Set Status ("a total order: Ok > Error > Unset").
 */
export function setSpanStatus(before: SpanStatusCode, set: SpanStatusCode): SpanStatusCode {
  return before === 'Ok' || set === 'Unset' ? before : set
}
