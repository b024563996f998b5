import { z } from 'zod'

/** What a card of the deck may be looked for as. */
export const deckStates = ['new', 'due', 'later', 'suspended', 'buried', 'slipping', 'own'] as const
export type DeckState = (typeof deckStates)[number]

/** In which order the deck may be shown. */
export const deckOrders = ['due', 'added', 'recall', 'lapses'] as const
export type DeckOrder = (typeof deckOrders)[number]

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]*$/)

/** What of the deck is shown, as its address says it: what is not understood is left out. */
export const deckFilter = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  lesson: slug.catch('').default(''),
  state: z
    .enum([...deckStates, ''])
    .catch('')
    .default(''),
  /** A flag's number, or nothing for any. */
  flag: z.enum(['', '0', '1', '2', '3', '4']).catch('').default(''),
  tag: z.string().trim().toLowerCase().max(30).catch('').default(''),
  order: z.enum(deckOrders).catch('due').default('due'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

export type DeckFilter = z.output<typeof deckFilter>
