'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { LocalDay } from '@/lib/review/day'
import type { DeckFilter } from '@/lib/review/deck-filter'
import type { Folded } from '@/lib/review/fold'
import { FlagMark } from '../review/flag-mark'
import type { Learner } from '../review/learner'
import { BulkBar } from './bulk-bar'
import { shortNextWords, stateWords } from './card-state-words'
import { deckHref } from './deck-href'

export interface TableCard {
  cardId: string
  words: string
  lessonTitle: string | null
  tags: string[]
  folded: Folded
}

interface DeckTableProps {
  cards: TableCard[]
  found: number
  filter: DeckFilter
  pages: number
  today: LocalDay
  learner: Learner
}

const cell = 'py-3 pr-4 align-top'
const wide = `${cell} hidden md:table-cell`

/** The cards that a filter finds, one page of them, and what can be done to several at once. */
export function DeckTable({ cards, found, filter, pages, today, learner }: DeckTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const here = cards.filter(({ cardId }) => chosen.has(cardId)).map(({ cardId }) => cardId)
  const areAllChosen = cards.length > 0 && here.length === cards.length

  function choose(cardId: string, isChosen: boolean) {
    const next = new Set(chosen)
    if (isChosen) next.add(cardId)
    else next.delete(cardId)
    setChosen(next)
  }

  if (cards.length === 0) return <NothingFound isFiltered={deckHref({ ...filter, page: 1 }) !== '/cards'} />
  return (
    <>
      <BulkBar chosen={here} learner={learner} today={today} onDone={() => setChosen(new Set())} />
      <table className="w-full text-left text-[0.9375rem]">
        <caption className="pb-3 text-left text-soft">
          {found === 1 ? '1 card' : `${found} cards`}
          {pages > 1 && `, page ${filter.page} of ${pages}`}
        </caption>
        <thead>
          <tr className="border-b border-line text-soft">
            <th scope="col" className="w-11 py-2">
              <input
                type="checkbox"
                aria-label="Choose all on this page"
                checked={areAllChosen}
                onChange={() =>
                  setChosen(areAllChosen ? new Set() : new Set(cards.map((each) => each.cardId)))
                }
                className="size-5 accent-accent"
              />
            </th>
            <th scope="col" className="py-2 pr-4 font-normal">
              Card
            </th>
            <th scope="col" className="py-2 pr-4 font-normal">
              State
            </th>
            <th scope="col" className="hidden py-2 pr-4 font-normal md:table-cell">
              Asked
            </th>
            <th scope="col" className="hidden py-2 pr-4 text-right font-normal md:table-cell">
              Forgotten
            </th>
            <th scope="col" className="hidden py-2 font-normal md:table-cell">
              Flag
            </th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.cardId} className="border-b border-line">
              <td className="py-3 align-top">
                <input
                  type="checkbox"
                  aria-label={`Choose: ${card.words}`}
                  checked={chosen.has(card.cardId)}
                  onChange={(event) => choose(card.cardId, event.target.checked)}
                  className="size-5 accent-accent"
                />
              </td>
              <th scope="row" className={`${cell} font-normal`}>
                <Link href={`/cards/${card.cardId}`} prefetch={false} className="line-clamp-2 text-ink">
                  {card.words}
                </Link>
                <span className="mt-0.5 flex flex-wrap gap-x-3 text-[0.875rem] text-soft">
                  {card.lessonTitle ?? 'Written by you'}
                  {card.tags.map((tag) => (
                    <span key={tag}>#{tag}</span>
                  ))}
                </span>
              </th>
              <td className={cell}>
                {stateWords(card.folded, today)}
                <span className="block whitespace-nowrap text-[0.875rem] text-soft md:hidden">
                  {shortNextWords(card.folded, today)}
                </span>
                <span className="md:hidden">
                  <FlagMark flag={card.folded.flag} />
                </span>
              </td>
              <td className={wide}>{shortNextWords(card.folded, today)}</td>
              <td className={`${wide} text-right`}>{card.folded.state?.lapses ?? ''}</td>
              <td className={wide}>
                <FlagMark flag={card.folded.flag} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && <Pages filter={filter} pages={pages} />}
    </>
  )
}

function Pages({ filter, pages }: { filter: DeckFilter; pages: number }) {
  const { page } = filter
  const link =
    'inline-flex min-h-11 items-center rounded border border-line-strong px-4 text-ink no-underline'
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center gap-4">
      {page > 1 && (
        <Link href={deckHref({ ...filter, page: page - 1 })} className={link}>
          Previous
        </Link>
      )}
      <span className="text-soft tabular-nums">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={deckHref({ ...filter, page: page + 1 })} className={link}>
          Next
        </Link>
      )}
    </nav>
  )
}

function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  return (
    <p className="mt-8 max-w-[36rem]">
      {isFiltered ? (
        <>
          No card of yours is like that. <Link href="/cards">Show all cards</Link>
        </>
      ) : (
        <>
          Here will be every card of your deck. Answer a prompt in <Link href="/course">a lesson</Link>, add
          the cards of a lesson at its end, or <Link href="/cards/new">write one</Link>.
        </>
      )}
    </p>
  )
}
