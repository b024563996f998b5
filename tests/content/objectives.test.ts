import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lessonFrontmatter } from '@/lib/content/lesson'
import { listHeadings } from '@/lib/content/lesson-outline'
import { coverObjectives, sectionOf } from '@/lib/content/objective'
import { cardsOf, frontmatterOf, lessons } from './support/library'

describe.each(lessons)('the objectives of $slug', (files) => {
  const headings = listHeadings(files.lesson)
  const { objectives } = lessonFrontmatter.parse(parse(frontmatterOf(files.lesson)))

  test('are taught in sections that the lesson has', () => {
    const sections = headings.filter(({ depth }) => depth === 2).map(({ slug }) => slug)
    const named = objectives.flatMap((objective) => objective.sections)
    expect(
      named.filter((slug) => !sections.includes(slug)).map((slug) => `${files.lessonPath} ${slug}`),
    ).toEqual([])
  })

  test('are each asked for by two cards at least', () => {
    const covered = coverObjectives(
      objectives,
      headings,
      cardsOf(files).map(({ card }) => card),
    )
    expect(covered.filter(({ cards }) => cards.length < 2).map(({ text }) => text)).toEqual([])
  })
})

describe('covering objectives', () => {
  const headings = listHeadings('## One\n\n### Within one\n\n## Two\n')
  const objectives = [
    { text: 'Know the first thing', sections: ['one'] },
    { text: 'Know both of them', sections: ['one', 'two'] },
  ]

  test('a card under a smaller heading counts for the section that it stands in', () => {
    expect(sectionOf(headings, 'within-one')).toBe('one')
    expect(sectionOf(headings, 'two')).toBe('two')
    expect(sectionOf(headings, 'nowhere')).toBeNull()
  })

  test('a card counts for each objective of its section, and a retired one for none', () => {
    const cards = [
      { id: 'card-a', heading: 'within-one', retired: false },
      { id: 'card-b', heading: 'two', retired: false },
      { id: 'card-c', heading: 'one', retired: true },
      { id: 'card-d', heading: 'nowhere', retired: false },
    ]
    expect(coverObjectives(objectives, headings, cards).map((objective) => objective.cards)).toEqual([
      ['card-a'],
      ['card-a', 'card-b'],
    ])
  })
})
