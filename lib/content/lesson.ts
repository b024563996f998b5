import { z } from 'zod'
import { objective } from './objective'

/** The front matter of a lesson.mdx. */
export const lessonFrontmatter = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(40).max(300),
  /** Reading time at a calm pace. */
  minutes: z.number().int().min(3).max(60),
  objectives: z.array(objective).min(3).max(10),
  updated: z.iso.date(),
  /** The version of the semantic conventions that the lesson speaks of. */
  semconv: z.string().regex(/^\d+\.\d+\.\d+$/),
})

export type LessonFrontmatter = z.output<typeof lessonFrontmatter>
