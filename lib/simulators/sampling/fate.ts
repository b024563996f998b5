/** What has become of a trace. `partial`: some of its spans are kept, some are lost. */
export const fates = ['unseen', 'waiting', 'kept', 'partial', 'dropped', 'evicted'] as const
export type Fate = (typeof fates)[number]
/** Position in `fates`, by name. */
export const fateCode = { unseen: 0, waiting: 1, kept: 2, partial: 3, dropped: 4, evicted: 5 } as const
