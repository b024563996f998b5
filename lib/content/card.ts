import { z } from 'zod'
import * as mini from 'zod/mini'
import { catalogue, problemNames } from '../problems/catalogue'
import { isOwnCardId } from './own-card-id'

/** Lower-case words joined by hyphens. A card's id is never reused, not even after it is retired. */
export const cardId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)
  .max(80)

const common = {
  id: cardId.refine((id) => !isOwnCardId(id), 'own- and a UUID is the id of a learner’s own card'),
  /** Slug of the heading, in the lesson, that this card belongs to. */
  heading: z.string().regex(/^[a-z0-9-]+$/),
  /** Shown under the answer: why it is so. Markdown. */
  why: z.string().min(1).optional(),
  /** A withdrawn card is no longer asked; its reviews stay. */
  retired: z.boolean().default(false),
  /** The simulator, and the state of it, that shows what the card asks. */
  simulator: z.object({ name: z.string(), state: z.record(z.string(), z.unknown()).default({}) }).optional(),
}

/** All text is Markdown: emphasis, code spans, links, fenced code. */
export const card = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('basic'),
    question: z.string().min(1),
    answer: z.string().min(1),
  }),
  /** The part to recall stands in double braces: `The {{trace-id}} stays the same.` */
  z.strictObject({ ...common, kind: z.literal('cloze'), text: z.string().regex(/\{\{[^{}]+\}\}/) }),
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    question: z.string().min(1),
    choices: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          correct: z.boolean().default(false),
          feedback: z.string().min(1),
        }),
      )
      .min(2)
      .max(5)
      .refine(
        (choices) => choices.filter((c) => c.correct).length === 1,
        'exactly one choice must be correct',
      ),
  }),
  /** Items stand in their right order; they are asked shuffled. */
  z.strictObject({
    ...common,
    kind: z.literal('order'),
    question: z.string().min(1),
    items: z.array(z.string().min(1)).min(3).max(6),
  }),
  /**
   * The question is made anew at each asking, by a generator of lib/problems, and so is the answer. What a card asks
   * of its generator is part of what it is: other parameters are another card, with another id.
   */
  z
    .strictObject({
      ...common,
      kind: z.literal('generated'),
      problem: z.enum(problemNames),
      params: z.record(z.string(), z.string()).default({}),
    })
    .superRefine(({ problem, params }, context) => {
      const read = mini.safeParse(catalogue[problem].params, params)
      for (const { path, message } of read.error?.issues ?? [])
        context.addIssue({ code: 'custom', path: ['params', ...path], message })
    }),
])

export type Card = z.output<typeof card>
