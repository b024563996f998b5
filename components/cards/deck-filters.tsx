import Link from 'next/link'
import type { ReactNode } from 'react'
import type { LessonEntry } from '@/lib/content/course'
import {
  type DeckFilter,
  type DeckOrder,
  type DeckState,
  deckOrders,
  deckStates,
} from '@/lib/review/deck-filter'
import { flagNames, flags } from '@/lib/review/flag'

interface DeckFiltersProps {
  filter: DeckFilter
  lessons: readonly LessonEntry[]
  tags: readonly string[]
}

const stateNames: Record<DeckState, string> = {
  new: 'New',
  due: 'Due',
  later: 'Due later',
  suspended: 'Suspended',
  buried: 'Buried',
  slipping: 'Keep slipping',
  own: 'Written by you',
}
const orderNames: Record<DeckOrder, string> = {
  due: 'Next due first',
  added: 'Newest first',
  recall: 'Least likely known first',
  lapses: 'Most forgotten first',
}

/** What of the deck is shown: a plain form, so that it works without script and its answer has an address. */
export function DeckFilters({ filter, lessons, tags }: DeckFiltersProps) {
  return (
    <form action="/cards" className="mt-6 flex flex-wrap items-end gap-3 border-line border-b pb-6">
      <label className="grid gap-1 text-[0.9375rem]">
        Words
        <input
          type="search"
          name="q"
          maxLength={100}
          defaultValue={filter.q}
          className="min-h-11 rounded border border-line-strong bg-raised px-3"
        />
      </label>
      <Select label="Lesson" name="lesson" value={filter.lesson}>
        <option value="">All</option>
        {lessons.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Select>
      <Select label="State" name="state" value={filter.state}>
        <option value="">All</option>
        {deckStates.map((state) => (
          <option key={state} value={state}>
            {stateNames[state]}
          </option>
        ))}
      </Select>
      <Select label="Flag" name="flag" value={filter.flag}>
        <option value="">Any or none</option>
        {flags.map((flag) => (
          <option key={flag} value={flag}>
            {flag === 0 ? flagNames[0] : `${flag} ${flagNames[flag]}`}
          </option>
        ))}
      </Select>
      {tags.length > 0 && (
        <Select label="Tag" name="tag" value={filter.tag}>
          <option value="">Any or none</option>
          {tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </Select>
      )}
      <Select label="Order" name="order" value={filter.order}>
        {deckOrders.map((order) => (
          <option key={order} value={order}>
            {orderNames[order]}
          </option>
        ))}
      </Select>
      <button
        type="submit"
        className="min-h-11 rounded border border-line-strong bg-raised px-5 font-semibold hover:bg-sunken"
      >
        Show
      </button>
      <Link href="/cards" className="inline-flex min-h-11 items-center text-accent">
        Show all
      </Link>
    </form>
  )
}

function Select(props: { label: string; name: string; value: string; children: ReactNode }) {
  return (
    <label className="grid min-w-0 gap-1 text-[0.9375rem]">
      {props.label}
      <select
        // A link that changes the filter changes what stands here.
        key={props.value}
        name={props.name}
        defaultValue={props.value}
        className="min-h-11 max-w-64 rounded border border-line-strong bg-raised px-3"
      >
        {props.children}
      </select>
    </label>
  )
}
