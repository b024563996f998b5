import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .max(120)

/** What the lesson page reports: sections whose end was in view, and the section the reader is in. */
export const readingInput = z.strictObject({
  lesson: slug,
  read: z.array(slug).max(60),
  at: slug.nullable(),
})

export type ReadingInput = z.output<typeof readingInput>
