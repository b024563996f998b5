/** The five kinds, in the numbering of the API; a column holds the position. Source: specification/trace/api.md SpanKind. */
export const spanKinds = ['INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'] as const
export type SpanKind = (typeof spanKinds)[number]
