import type { Metadata } from 'next'
import Link from 'next/link'
import { DeckFilters } from '@/components/cards/deck-filters'
import { DeckTable } from '@/components/cards/deck-table'
import { course } from '@/content/course'
import { findLesson, listLessons } from '@/lib/content/course'
import { localDay } from '@/lib/review/day'
import { deckFilter } from '@/lib/review/deck-filter'
import { listDeckPage, listTags, PAGE_CARDS } from '@/lib/server/deck-page'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'

export const metadata: Metadata = { title: 'Your cards', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CardsPage({ searchParams }: Props) {
  const user = await requireUser('/cards')
  const filter = deckFilter.parse(await searchParams)
  const { zone, dayStartsAt, twoButtons, plan } = await getSettings(user)
  const today = localDay(Date.now(), zone, dayStartsAt)
  const [page, tags] = await Promise.all([listDeckPage(user, filter, today), listTags(user)])
  const lessons = listLessons(course).filter(({ status }) => status === 'ready')
  return (
    <div className="page py-10">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-3">
        <h1 className="mr-auto page-title">Your cards</h1>
        <Link href="/stats" prefetch={false} className="text-accent">
          Your statistics
        </Link>
        <Link
          href="/cards/new"
          className="inline-flex min-h-11 items-center rounded bg-accent px-5 font-semibold text-on-accent no-underline hover:bg-accent-strong"
        >
          Write a card
        </Link>
      </div>
      <DeckFilters filter={filter} lessons={lessons} tags={tags} />
      <DeckTable
        // Another page or filter is another selection.
        key={JSON.stringify(filter)}
        cards={page.cards.map((card) => ({
          ...card,
          lessonTitle: card.lesson ? (findLesson(course, card.lesson)?.title ?? null) : null,
        }))}
        found={page.found}
        filter={filter}
        pages={Math.ceil(page.found / PAGE_CARDS)}
        today={today}
        learner={{ id: user, zone, dayStartsAt, twoButtons, plan }}
      />
    </div>
  )
}
