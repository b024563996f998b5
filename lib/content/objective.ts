import { z } from 'zod'
import type { Card } from './card'
import type { Heading } from './lesson-outline'

/** Something that a reader can do afterwards, and the sections (slugs of `##` headings) that teach it. */
export const objective = z.strictObject({
  text: z.string().min(10),
  sections: z.array(z.string().regex(/^[a-z0-9-]+$/)).min(1),
})

export type Objective = z.output<typeof objective>

/** An objective with the ids of the cards that ask for it: those of its sections and of the headings below. */
export interface CoveredObjective extends Objective {
  cards: readonly string[]
}

/** The slug of the `##` under which a heading stands; the heading's own slug where it is one; null for an unknown one. */
export function sectionOf(headings: readonly Heading[], slug: string): string | null {
  const at = headings.findIndex((heading) => heading.slug === slug)
  return headings.slice(0, at + 1).findLast((heading) => heading.depth === 2)?.slug ?? null
}

/** Which cards ask for which objective. Retired cards ask nobody. */
export function coverObjectives(
  objectives: readonly Objective[],
  headings: readonly Heading[],
  cards: readonly Pick<Card, 'id' | 'heading' | 'retired'>[],
): CoveredObjective[] {
  const asked = cards.filter((card) => !card.retired)
  const places = new Map(asked.map((card) => [card.id, sectionOf(headings, card.heading)]))
  return objectives.map((each) => ({
    ...each,
    cards: asked.map(({ id }) => id).filter((id) => each.sections.includes(places.get(id) ?? '')),
  }))
}
