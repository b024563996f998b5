import 'server-only'

/**
 * A learner whom something vouches for: a session (session.ts), a personal token (api-tokens.ts), the secret
 * address of a calendar (calendar-feeds.ts), the signed link of a reminder (reminders.ts), or a row that the
 * server's own work has taken (send-reminders.ts). Minted there alone; every function on user rows takes one first.
 */
export type UserId = string & { readonly __brand: 'UserId' }
