import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { fastForgetter, simulateLog } from '../../support/simulated-log'

const lessons = path.join(import.meta.dirname, '../../../content/lessons')
const DAYS = 300
const DAY_MS = 86_400_000
const BATCH = 500

/** Sends the reviews of most of a year, until yesterday, of whoever is signed in: they forget faster than most. */
export async function reviewForYear(page: Page): Promise<void> {
  const ids = listCardIds().slice(0, 200)
  const shift = Math.floor((Date.now() - Date.parse('2024-01-01')) / DAY_MS - DAYS - 1) * DAY_MS
  const logs = simulateLog({ cards: ids.length, days: DAYS, seed: 6 }, fastForgetter)
  const events = [...logs.values()].flatMap((log, place) =>
    log.map(({ kind, id, at, grade }) => {
      const when = { zone: 'UTC', dayStartsAt: 4, durationMs: 1000, source: 'review' }
      return { ...when, kind, id, cardId: ids[place], at: at + shift, grade }
    }),
  )
  const { origin } = new URL(page.url())
  for (let first = 0; first < events.length; first += BATCH) {
    const data = { events: events.slice(first, first + BATCH) }
    const response = await page.request.post('/api/reviews', { data, headers: { origin } })
    expect(response.status()).toBe(200)
  }
}

function listCardIds(): string[] {
  return readdirSync(lessons).flatMap((lesson) => {
    const cards: { id: string; retired?: boolean }[] = parse(
      readFileSync(path.join(lessons, lesson, 'cards.yaml'), 'utf8'),
    )
    return cards.filter(({ retired }) => !retired).map(({ id }) => id)
  })
}
