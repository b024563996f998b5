import 'server-only'

/** A learner whom a session or a token vouches for. Minted in session.ts and api-tokens.ts alone; every function on user rows takes one first. */
export type UserId = string & { readonly __brand: 'UserId' }
