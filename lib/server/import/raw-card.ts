import 'server-only'
import { writeCardInput } from '../../review/card-input'
import { toMarkdown } from './to-markdown'

/** A card as a file has it, before it is known to be one of ours. */
export interface RawCard {
  question: string
  answer: string
  tags: string[]
  /** Its texts are HTML, as Anki's are; else Markdown. */
  isHtml: boolean
}

/** A card that can be written as the learner's own. */
export interface ImportedCard {
  question: string
  answer: string
  tags: string[]
}

/** Why cards of a file are left out, and how many. */
export type Skipped = Record<string, number>

/** The cards of a file that can be kept, each once, and the reasons for which others cannot. */
export function readCards(raw: readonly RawCard[]): { cards: ImportedCard[]; skipped: Skipped } {
  const cards = new Map<string, ImportedCard>()
  const skipped: Skipped = {}
  const skip = (why: string) => {
    skipped[why] = (skipped[why] ?? 0) + 1
  }
  for (const { question, answer, tags, isHtml } of raw) {
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
      skip(isEmpty ? 'no text on one of its sides' : `${[...fields].join(' and ')} too long to keep`)
      continue
    }
    const key = `${parsed.data.question}\u001f${parsed.data.answer}`
    if (cards.has(key)) skip('stands in the file more than once')
    else
      cards.set(key, { question: parsed.data.question, answer: parsed.data.answer, tags: parsed.data.tags })
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
