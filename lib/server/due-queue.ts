import 'server-only'
import type { CardFace } from '../content/card-face'
import { addDays, daysBetween, type LocalDay, localDay } from '../review/day'
import type { Flag } from '../review/flag'
import { dailyRoom, spreadSiblings } from '../review/queue'
import type { CardState } from '../review/schedule'
import type { Settings } from '../review/settings'
import { findNotes } from './card-notes'
import { countDeck, type DeckCounts, findFolds, listDueCards, listNewCards, readLoad } from './cards'
import { listActiveCards } from './content'
import { dueToday } from './due'
import { findFaces } from './faces'
import { findRestart } from './restarts'
import type { UserId } from './session'
import { getSettings } from './settings'

/** A browser that comes back asks which of its cards are still due: so many ids are worth listing. */
const LISTED_IDS = 500
/** A gentle restart is offered after so many days without a review… */
const RESTART_AFTER_DAYS = 7

/** What may be asked of the queue beside what is due today within the day's limits. */
export interface QueueWish {
  /** Beyond the day's limits, too. */
  isUnlimited?: boolean
  /** What is due tomorrow, ahead of time. */
  isAhead?: boolean
  /** How many cards to bring along; as many as a session takes if left out. */
  cards?: number | undefined
}

interface Asked {
  cardId: string
  state: CardState | null
  flag: Flag
}

/** What the learner is to review now, on the day that it is for them. `now` in ms. */
export async function getDueQueue(user: UserId, now: number, wish: QueueWish = {}) {
  const settings = await getSettings(user)
  const today = localDay(now, settings.zone, settings.dayStartsAt)
  const [counts, load, restarted] = await Promise.all([
    countDeck(user, today),
    readLoad(user, today),
    findRestart(user, today),
  ])
  const due = dueToday(counts, settings, today)
  const tomorrow = addDays(today, 1)
  const listed = wish.isAhead
    ? await listAhead(user, today, tomorrow)
    : await listToday(user, today, counts, settings, wish, due.isOnVacation)
  const total = wish.isAhead ? listed.length : due.reviews + due.fresh
  const all = wish.isUnlimited && !wish.isAhead ? total + due.held.reviews + due.held.fresh : total
  return {
    today,
    cards: await withFaces(user, listed, wish.cards ?? settings.sessionCards),
    due: all,
    dueIds: listed.length < LISTED_IDS ? listed.map(({ cardId }) => cardId) : null,
    held: wish.isUnlimited ? { reviews: 0, fresh: 0 } : due.held,
    nextDueDay: counts.nextDueDay,
    aheadCount: load[tomorrow] ?? 0,
    isEmptyDeck: counts.cards === 0,
    load,
    vacation: due.isOnVacation ? settings.plan.vacation : null,
    restart: restarted ? null : offerRestart(counts, settings, today, due.isOnVacation),
    restarted,
  }
}

/** The cards of one lesson, for practice that the schedule does not see; siblings apart. */
export async function getCramQueue(user: UserId, lesson: string, now: number) {
  const settings = await getSettings(user)
  const today = localDay(now, settings.zone, settings.dayStartsAt)
  const ids = listActiveCards(lesson).map(({ id }) => id)
  const folds = await findFolds(user, ids)
  const asked = ids.map((cardId): Asked => {
    const folded = folds.get(cardId)
    return { cardId, state: folded?.state ?? null, flag: folded?.flag ?? 0 }
  })
  return {
    today,
    cards: await withFaces(user, asked, asked.length),
    due: asked.length,
    dueIds: null,
    held: { reviews: 0, fresh: 0 },
    nextDueDay: null,
    aheadCount: 0,
    isEmptyDeck: false,
    load: {},
    vacation: null,
    restart: null,
    restarted: null,
  }
}

async function listToday(
  user: UserId,
  today: LocalDay,
  counts: DeckCounts,
  settings: Settings,
  { isUnlimited = false }: QueueWish,
  isOnVacation: boolean,
): Promise<Asked[]> {
  if (isOnVacation && !isUnlimited) return []
  const room = isUnlimited
    ? { reviews: LISTED_IDS, fresh: LISTED_IDS }
    : dailyRoom({ ...settings, ...counts })
  const [reviews, fresh] = await Promise.all([
    listDueCards(user, { today, until: today }, LISTED_IDS),
    listNewCards(user, today, Math.min(room.fresh, LISTED_IDS)),
  ])
  let left = room.reviews
  // What was missed today has been counted already, and is asked until it is known.
  const allowed = reviews.filter(({ state }) => state.lastDay >= today || left-- > 0)
  return [...allowed, ...fresh.map((card): Asked => ({ ...card, state: null }))].slice(0, LISTED_IDS)
}

async function listAhead(user: UserId, today: LocalDay, tomorrow: LocalDay): Promise<Asked[]> {
  const cards = await listDueCards(user, { today, until: tomorrow }, LISTED_IDS)
  return cards.filter(({ state }) => state.dueDay === tomorrow)
}

/** The first of them with their faces, siblings of one paragraph apart. */
async function withFaces(user: UserId, asked: readonly Asked[], limit: number) {
  // A few more than a session takes: a card whose lesson was withdrawn has no face.
  const near = asked.slice(0, limit * 2)
  const ids = near.map(({ cardId }) => cardId)
  const [faces, notes] = await Promise.all([findFaces(user, ids), findNotes(user, ids)])
  const found = near.flatMap(({ cardId, state, flag }) => {
    const face = faces.get(cardId)
    return face ? [{ face, state, flag, note: notes.get(cardId) ?? null }] : []
  })
  return spreadSiblings(found.slice(0, limit), ({ face }) => familyOf(face))
}

function familyOf({ lesson, heading }: CardFace): string | null {
  return lesson === null || heading === null ? null : `${lesson}#${heading}`
}

/** A restart is offered to someone who comes back to more than two sessions' worth. */
function offerRestart(counts: DeckCounts, settings: Settings, today: LocalDay, isOnVacation: boolean) {
  if (isOnVacation || counts.lastDay === null) return null
  const breakDays = daysBetween(counts.lastDay, today)
  if (breakDays < RESTART_AFTER_DAYS || counts.due <= 2 * settings.sessionCards) return null
  return { breakDays, due: counts.due }
}
