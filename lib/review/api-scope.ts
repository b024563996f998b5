/** What a personal token may do, each by itself. */
export const apiScopes = ['read:due', 'read:cards', 'read:reviews', 'write:reviews'] as const

export type ApiScope = (typeof apiScopes)[number]
