/**
 * What a file brings, as POST /api/import answers it: what was or would be written, and what is left out, with the
 * reason and how often.
 */
export interface ImportSummary {
  format: 'spanwise' | 'anki' | 'csv'
  cards: number
  reviews: number
  /** Of how many cards the reviews are. */
  reviewedCards: number
  notes: number
  sections: number
  /** Cards and reviews of the file that are in the account already. */
  already: number
  skipped: Record<string, number>
  /** The first of the new cards. */
  samples: { question: string; answer: string; tags: string[] }[]
}
