import { z } from 'zod'
import { cardId } from '../content/card'

/** A text of people's: trimmed, line ends as one sign, nothing that PostgreSQL cannot keep. */
function text(most: number) {
  return z
    .string()
    .max(most * 2)
    .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(most, `Use at most ${most} characters.`)
        .refine((typed) => !typed.includes('\u0000'), 'This text has a character that cannot be kept.'),
    )
}

/** A note on a card; empty takes it away. */
export const noteInput = z.object({ cardId, text: text(2000) })

/** A report about a card. */
export const reportInput = z.object({
  cardId,
  text: text(2000).pipe(z.string().min(1, 'Say what is wrong with the card.')),
})

/** Tags as one types them, set apart by commas: lower case, each once. */
const tags = z
  .string()
  .max(400, 'Use fewer tags.')
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(',')
        .map((tag) => tag.trim().toLowerCase().replace(/\s+/g, '-'))
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(
        z.string().regex(/^[\p{L}\p{N}._-]{1,30}$/u, 'A tag has letters, digits and hyphens, at most 30.'),
      )
      .max(10, 'Use at most ten tags.'),
  )

const words = {
  question: text(2000).pipe(z.string().min(1, 'Write a question.')),
  answer: text(4000).pipe(z.string().min(1, 'Write an answer.')),
  tags,
}

/** A slug of a lesson or of a heading; an empty text means none. */
const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]*$/)
  .default('')
  .transform((typed) => (typed === '' ? null : typed))

/** A card that a learner writes. */
export const writeCardInput = z.object({ ...words, lesson: slug, heading: slug })

/** The same card, written anew. */
export const editCardInput = z.object({ ...words, cardId })

/** One card, named. */
export const namedCardInput = z.object({ cardId })

/** One lesson, named. */
export const lessonInput = z.object({
  lesson: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]+$/),
})
