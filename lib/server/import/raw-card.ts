import 'server-only'
import { writeCardInput } from '../../review/card-input'
import type { PastReview } from './read-anki-log'
import { toMarkdown } from './to-markdown'

/** A card as a file has it, before it is known to be one of ours. */
export interface RawCard {
  question: string
  answer: string
  tags: string[]
  /** Its texts are HTML, as Anki's are; else Markdown. */
  isHtml: boolean
  /** What it was reviewed elsewhere, oldest first. */
  past?: PastReview[]
}

/** A card that can be written as the learner's own. */
export interface ImportedCard {
  question: string
  answer: string
  tags: string[]
  past: PastReview[]
}

/** Why cards of a file are left out, and how many. */
export type Skipped = Record<string, number>

const OF_LEFT_OUT = 'reviews of cards that are left out'

/** The cards of a file that can be kept, each once, and the reasons for which others cannot. */
export function readCards(raw: readonly RawCard[]): { cards: ImportedCard[]; skipped: Skipped } {
  const cards = new Map<string, ImportedCard>()
  const skipped: Skipped = {}
  const skip = (why: string, past: readonly PastReview[]) => {
    skipped[why] = (skipped[why] ?? 0) + 1
    if (past.length > 0) skipped[OF_LEFT_OUT] = (skipped[OF_LEFT_OUT] ?? 0) + past.length
  }
  for (const { question, answer, tags, isHtml, past = [] } of raw) {
    const text = isHtml ? toMarkdown : (typed: string) => typed
    const tagged = tags.map(toTag).filter(Boolean).slice(0, 10)
    const parsed = writeCardInput.safeParse({
      question: text(question),
      answer: text(answer),
      tags: tagged.join(','),
    })
    if (!parsed.success) {
      const fields = new Set(parsed.error.issues.map(({ path }) => path[0]))
      const isEmpty = [question, answer].some((each) => text(each).trim() === '')
      skip(isEmpty ? 'no text on one of its sides' : `${[...fields].join(' and ')} too long to keep`, past)
      continue
    }
    const key = `${parsed.data.question}\u001f${parsed.data.answer}`
    if (cards.has(key)) skip('stands in the file more than once', past)
    else {
      const { question, answer, tags } = parsed.data
      cards.set(key, { question, answer, tags, past })
    }
  }
  return { cards: [...cards.values()], skipped }
}

/** A tag of another program's as one of ours; what cannot be one is left out. */
function toTag(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/::/g, '.')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30)
}
