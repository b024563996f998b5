import Link from 'next/link'
import type { Card } from '@/lib/content/card'
import type { CoveredObjective } from '@/lib/content/objective'
import { ScrollTable } from './table'

interface Report {
  slug: string
  title: string
  minutes: number
  words: number
  sentences: number
  grade: number
  objectives: readonly CoveredObjective[]
  cards: readonly { card: Card; line: number; placedAt: number | null }[]
  faults: readonly { line: number; message: string }[]
}

const cell = 'border-t border-line py-1 pr-4 text-left align-top'

/** A lesson as its author wants to see it: how long, how hard, what is asked where, and which aims nobody asks for. */
export function AuthorReport({ report }: { report: Report }) {
  const { slug, title, minutes, words, sentences, grade, objectives, cards, faults } = report
  const folder = `content/lessons/${slug}`
  const placed = cards.filter(({ placedAt }) => placedAt !== null).length
  return (
    <section className="mt-12" aria-labelledby={slug}>
      <h2 id={slug} className="text-[1.5rem] font-[650]">
        <Link href={`/learn/${slug}`} className="text-accent underline underline-offset-3">
          {title}
        </Link>
      </h2>
      <p className="mt-1 text-soft tabular-nums">
        {words} words in {sentences} sentences, {minutes} minutes ({Math.round(words / minutes)} words a
        minute), reading grade {grade.toFixed(1)}; {cards.length} cards, {placed} of them placed in the prose
      </p>
      {faults.length > 0 ? (
        <ul className="mt-3 list-none border-l-3 border-error pl-4" aria-label="Faults">
          {faults.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              {folder}/cards.yaml:{line} {message}
            </li>
          ))}
        </ul>
      ) : null}
      <h3 className="mt-5 font-semibold">Objectives</h3>
      <ul className="mt-1 list-disc pl-5">
        {objectives.map(({ text, sections, cards: asking }) => (
          <li key={text} className={asking.length < 2 ? 'text-error' : undefined}>
            {text}:{' '}
            <span className="text-soft">
              {asking.length === 1 ? '1 card' : `${asking.length} cards`} in {sections.join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <details className="mt-5">
        <summary className="font-semibold">Cards</summary>
        <ScrollTable className="mt-2 w-full text-[0.9375rem]">
          <thead>
            <tr>
              {['Card', 'Kind', 'Heading', 'Placed'].map((name) => (
                <th key={name} scope="col" className="pr-4 text-left font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cards.map(({ card, line, placedAt }) => (
              <tr key={card.id}>
                <td className={cell}>
                  <code>{card.id}</code> <span className="text-soft">cards.yaml:{line}</span>
                </td>
                <td className={cell}>{card.retired ? `${card.kind}, retired` : card.kind}</td>
                <td className={cell}>{card.heading}</td>
                <td className={cell}>{placedAt === null ? 'in reviews only' : `lesson.mdx:${placedAt}`}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </section>
  )
}
