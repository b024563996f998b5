import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { course } from '@/content/course'
import type { Card } from '@/lib/content/card'
import { type CardFace, type CardPlace, renderCardFace } from '@/lib/content/card-face'
import { readCards } from '@/lib/content/card-source'
import { listLessons } from '@/lib/content/course'
import { lessonFrontmatter } from '@/lib/content/lesson'
import { listHeadings } from '@/lib/content/lesson-outline'
import { readFrontmatter } from '@/lib/content/lesson-source'
import { type CoveredObjective, coverObjectives } from '@/lib/content/objective'

export type PlacedCard = Card & { lesson: string }

interface Library {
  cards: ReadonlyMap<string, PlacedCard>
  faces: ReadonlyMap<string, CardFace>
  /** Ids of the cards that are asked. */
  active: readonly string[]
  activeList: string
  /** The ids of each lesson's sections, in order. */
  sections: ReadonlyMap<string, readonly string[]>
  /** The objectives of each lesson, with the cards that ask for them. */
  objectives: ReadonlyMap<string, readonly CoveredObjective[]>
  /** The title of each ready lesson, and the words of each of its headings by their slug. */
  titles: ReadonlyMap<string, { title: string; headings: ReadonlyMap<string, string> }>
}

let library: Library | null = null

/** Every card of every ready lesson, the retired ones included. */
export function listCards(): readonly PlacedCard[] {
  return [...open().cards.values()]
}

/** The card of this id, the retired ones included. */
export function findCard(id: string): PlacedCard | null {
  return open().cards.get(id) ?? null
}

/** The same card as HTML, ready for a browser. */
export function findCardFace(id: string): CardFace | null {
  return open().faces.get(id) ?? null
}

/** Ids of the cards that are asked: all but the retired. */
export function activeCardIds(): readonly string[] {
  return open().active
}

/**
 * The same ids as PostgreSQL writes an array: some hundred of them go with
 * every question about a deck, and are written out once.
 */
export function activeCardList(): string {
  return open().activeList
}

/** The cards of a lesson that are asked, in the order of its file. */
export function listActiveCards(lesson: string): readonly PlacedCard[] {
  return listCards().filter((card) => card.lesson === lesson && !card.retired)
}

/** The ids of a lesson's sections in order; none for a lesson that cannot be opened. */
export function listSections(lesson: string): readonly string[] {
  return open().sections.get(lesson) ?? []
}

/** What a reader of each lesson can do afterwards, with the cards that ask for it. */
export function listObjectives(): ReadonlyMap<string, readonly CoveredObjective[]> {
  return open().objectives
}

/** A place in a lesson, with its words; null where no ready lesson has it. */
export function findPlace(
  lesson: string,
  heading: string | null,
): (CardPlace & { heading: string | null }) | null {
  const found = open().titles.get(lesson)
  if (!found) return null
  const headingTitle = heading === null ? undefined : found.headings.get(heading)
  return {
    lesson,
    lessonTitle: found.title,
    // A heading that the lesson has lost since: its lesson is still the place.
    heading: headingTitle === undefined ? null : heading,
    headingTitle: headingTitle ?? found.title,
  }
}

// Content does not change while a production server runs, so it is read once; in development at every
// call, so that an author sees an edit at once.
function open(): Library {
  if (library && process.env.NODE_ENV !== 'development') return library
  library = read()
  return library
}

function read(): Library {
  const cards = new Map<string, PlacedCard>()
  const faces = new Map<string, CardFace>()
  const sections = new Map<string, readonly string[]>()
  const objectives = new Map<string, readonly CoveredObjective[]>()
  const lessonTitles = new Map<string, { title: string; headings: ReadonlyMap<string, string> }>()
  for (const lesson of listLessons(course).filter((entry) => entry.status === 'ready')) {
    // Read at run time, as text: the bundler must not take these files for modules.
    const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'content', 'lessons', lesson.slug)
    const mdx = readFileSync(path.join(folder, 'lesson.mdx'), 'utf8')
    const headings = listHeadings(mdx)
    const titles = new Map(headings.map(({ slug, title }) => [slug, title]))
    lessonTitles.set(lesson.slug, { title: lesson.title, headings: titles })
    sections.set(
      lesson.slug,
      headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug),
    )
    const { cards: placed, faults } = readCards(readFileSync(path.join(folder, 'cards.yaml'), 'utf8'))
    const [fault] = faults
    if (fault) throw new Error(`content/lessons/${lesson.slug}/cards.yaml:${fault.line}: ${fault.message}`)
    const frontmatter = lessonFrontmatter.parse(parse(readFrontmatter(mdx)))
    const all = placed.map(({ card }) => card)
    objectives.set(lesson.slug, coverObjectives(frontmatter.objectives, headings, all))
    for (const card of all) {
      cards.set(card.id, { ...card, lesson: lesson.slug })
      const place = {
        lesson: lesson.slug,
        lessonTitle: lesson.title,
        headingTitle: titles.get(card.heading) ?? lesson.title,
      }
      faces.set(card.id, renderCardFace(card, place))
    }
  }
  const active = [...cards.values()].filter((card) => !card.retired).map((card) => card.id)
  return {
    cards,
    faces,
    active,
    activeList: `{${active.join(',')}}`,
    sections,
    objectives,
    titles: lessonTitles,
  }
}
