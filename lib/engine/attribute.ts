/**
 * The value of an attribute. A JavaScript number without a fraction stands for an int64, one with a fraction for a
 * double. `null` is what an SDK is handed by mistake: it is kept, and still tells two attribute sets apart.
 *
 * Source: specification/common/README.md, Attribute; opentelemetry-js `api/src/common/Attributes.ts`.
 */
export type AttributeValue = string | number | boolean | null | readonly (string | number | boolean | null)[]

/** Attributes by name. A set: the order in which names were written means nothing. */
export type Attributes = { readonly [name: string]: AttributeValue }
