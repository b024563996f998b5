import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { course } from '@/content/course'
import { type Card, cardFile } from '@/lib/content/card'
import { type CardFace, renderCardFace } from '@/lib/content/card-face'
import { listLessons } from '@/lib/content/course'
import { listHeadings } from '@/lib/content/lesson-outline'

export type PlacedCard = Card & { lesson: string }

interface Library {
  cards: ReadonlyMap<string, PlacedCard>
  faces: ReadonlyMap<string, CardFace>
  /** Ids of the cards that are asked. */
  active: readonly string[]
  /** The ids of each lesson's sections, in order. */
  sections: ReadonlyMap<string, readonly string[]>
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

/** The ids of a lesson's sections in order; none for a lesson that cannot be opened. */
export function listSections(lesson: string): readonly string[] {
  return open().sections.get(lesson) ?? []
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
  for (const lesson of listLessons(course).filter((entry) => entry.status === 'ready')) {
    // Read at run time, as text: the bundler must not take these files for modules.
    const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'content', 'lessons', lesson.slug)
    const headings = listHeadings(readFileSync(path.join(folder, 'lesson.mdx'), 'utf8'))
    const titles = new Map(headings.map(({ slug, title }) => [slug, title]))
    sections.set(
      lesson.slug,
      headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug),
    )
    const parsed = cardFile.parse(parse(readFileSync(path.join(folder, 'cards.yaml'), 'utf8')))
    for (const card of parsed) {
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
  return { cards, faces, active, sections }
}
