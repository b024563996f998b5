import 'server-only'

/** A learner whom a session vouches for. Minted in session.ts alone; every function on user rows takes one first. */
export type UserId = string & { readonly __brand: 'UserId' }
