import 'server-only'
import { cardText } from '@/lib/content/card-face'
import type { LocalDay } from '@/lib/review/day'
import type { DeckFilter, DeckOrder, DeckState } from '@/lib/review/deck-filter'
import type { Folded } from '@/lib/review/fold'
import { LEECH_LAPSES } from '@/lib/review/leech'
import { type StateColumns, stateColumns, toFolded } from './card-states'
import { listCards, type PlacedCard } from './content'
import { pool } from './database'
import type { UserId } from './session'

/** Cards on one page of the deck. */
export const PAGE_CARDS = 50

/** A card as the deck lists it. */
export interface ListedCard {
  cardId: string
  /** Its question as plain words. */
  words: string
  lesson: string | null
  tags: string[]
  folded: Folded
}

export interface DeckPage {
  cards: ListedCard[]
  /** How many cards the filter finds, on all pages. */
  found: number
}

const CONDITIONS: Record<DeckState, string> = {
  new: 'state.stability IS NULL AND NOT state.suspended',
  due: 'state.due_day <= $3 AND NOT state.suspended AND coalesce(state.buried_until <= $3, true)',
  later: 'greatest(state.due_day, state.buried_until) > $3 AND NOT state.suspended',
  suspended: 'state.suspended',
  buried: 'state.buried_until > $3 AND NOT state.suspended',
  slipping: `state.lapses >= ${LEECH_LAPSES}`,
  own: 'own.id IS NOT NULL',
}

const ORDERS: Record<DeckOrder, string> = {
  due: 'greatest(state.due_day, state.buried_until) NULLS FIRST',
  added: 'state.added_at DESC',
  recall: '($3::date - state.last_day) / state.stability DESC NULLS LAST',
  lapses: 'state.lapses DESC',
}

/** One page of the learner's deck: the cards of the course that are asked, and their own. */
export async function listDeckPage(user: UserId, filter: DeckFilter, today: LocalDay): Promise<DeckPage> {
  const { q, lesson, state, flag, tag, order, page } = filter
  const course = tag === '' ? findCourseCards(q, lesson) : []
  const { rows } = await pool.query<
    StateColumns & { question: string | null; lesson: string | null; tags: string[] | null; found: number }
  >(
    `WITH state AS (SELECT * FROM card_states WHERE user_id = $1)
     SELECT ${stateColumns}, own.question, own.lesson, own.tags, count(*) OVER ()::int AS found
     FROM state
     LEFT JOIN (
       SELECT id, question, answer, lesson, tags FROM own_cards WHERE user_id = $1 AND deleted_at IS NULL
     ) own ON own.id = state.card_id
     WHERE (state.card_id = ANY($2) OR own.id IS NOT NULL
         AND ($4 = '' OR strpos(lower(own.question || ' ' || own.answer), lower($4)) > 0)
         AND ($5 = '' OR own.lesson = $5) AND ($6 = '' OR $6 = ANY(own.tags)))
       AND ($7 = '' OR state.flag::text = $7)
       AND $3::date IS NOT NULL AND ${state === '' ? 'true' : CONDITIONS[state]}
     ORDER BY ${ORDERS[order]}, state.card_id LIMIT $8 OFFSET $9`,
    [user, course.map(({ id }) => id), today, q, lesson, tag, flag, PAGE_CARDS, (page - 1) * PAGE_CARDS],
  )
  const byId = new Map(course.map((card) => [card.id, card]))
  return {
    found: rows[0]?.found ?? 0,
    cards: rows.map((row) => {
      const card = byId.get(row.card_id)
      return {
        cardId: row.card_id,
        words: card ? wordsOf(card).question : (row.question ?? ''),
        lesson: card ? card.lesson : row.lesson,
        tags: row.tags ?? [],
        folded: toFolded(row),
      }
    }),
  }
}

/** The tags that the learner's own cards have, in order. */
export async function listTags(user: UserId): Promise<string[]> {
  const { rows } = await pool.query<{ tag: string }>(
    `SELECT DISTINCT unnest(tags) AS tag FROM own_cards WHERE user_id = $1 AND deleted_at IS NULL
     ORDER BY tag LIMIT 200`,
    [user],
  )
  return rows.map(({ tag }) => tag)
}

function findCourseCards(q: string, lesson: string): PlacedCard[] {
  const wanted = q.toLowerCase()
  return listCards().filter((card) => {
    if (card.retired || (lesson !== '' && card.lesson !== lesson)) return false
    if (wanted === '') return true
    const { question, answer } = wordsOf(card)
    return `${question} ${answer}`.toLowerCase().includes(wanted)
  })
}

// A card's words are made from Markdown; the cards themselves are the same objects until content changes.
const kept = new WeakMap<PlacedCard, ReturnType<typeof cardText>>()

function wordsOf(card: PlacedCard): ReturnType<typeof cardText> {
  const known = kept.get(card)
  if (known) return known
  const made = cardText(card)
  kept.set(card, made)
  return made
}
