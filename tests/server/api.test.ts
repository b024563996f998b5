import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GET as getCards } from '@/app/api/v1/cards/route'
import { GET as getDue } from '@/app/api/v1/due/route'
import { GET as getReviews, POST as postReviews } from '@/app/api/v1/reviews/route'
import { type ApiScope, apiScopes } from '@/lib/review/api-scope'
import { createToken, hashToken, listTokens, TOKEN_LIMIT } from '@/lib/server/api-tokens'
import type { UserId } from '@/lib/server/user-id'
import { database } from '../support/database'
import { gradeEvent } from '../support/review-events'

const docs = readFileSync('docs/api.md', 'utf8')

/** The JSON that docs/api.md shows under a heading: what is sent, or what is answered. */
function example(heading: string, kind: '' | ' request' = ''): unknown {
  const section = docs.split(`## \`${heading}\``)[1]!.split('\n## ')[0]!
  return JSON.parse(new RegExp(`\`\`\`json${kind}\n([\\s\\S]*?)\`\`\``).exec(section)![1]!)
}

/** A value's shape: its keys, and those of the first item of a list. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (value === null || typeof value !== 'object') return '·'
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, shapeOf(inner)] as const)
      .sort(),
  )
}

async function learnerWith(scopes: readonly ApiScope[] = apiScopes) {
  const email = `${crypto.randomUUID()}@example.test`
  const { id } = await database.user.create({ data: { email, createdAt: new Date('2020-01-01T00:00:00Z') } })
  const made = await createToken(id as UserId, { name: 'test', scopes: [...scopes], days: 0 }, Date.now())
  if (!made.ok) throw new Error('no token')
  const ask = (path: string, body?: unknown) =>
    new Request(`http://localhost:3000${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${made.value.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return { id: id as UserId, token: made.value.token, ask }
}

const day = 86_400_000
const events = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    gradeEvent({
      cardId: ['otlp-is', 'api-without-sdk', 'usb-ends'][at % 3]!,
      at: Date.now() - (10 - at) * day,
    }),
  )

describe('the API answers as docs/api.md shows', () => {
  test('what is due', async () => {
    const { ask } = await learnerWith()
    const answer = await getDue(ask('/api/v1/due'))
    expect(answer.status).toBe(200)
    expect(shapeOf(await answer.json())).toEqual(shapeOf(example('GET /api/v1/due')))
  })

  test('a batch of reviews, then cards and log', async () => {
    const { ask } = await learnerWith()
    const sent = example('POST /api/v1/reviews', ' request') as { events: { at: number }[] }
    sent.events[0]!.at = Date.now() - 60_000
    const answer = await postReviews(ask('/api/v1/reviews', sent))
    const { answers } = (await answer.json()) as { answers: unknown[] }
    expect(answers).toEqual((example('POST /api/v1/reviews') as { answers: unknown[] }).answers)
    const cards = await (await getCards(ask('/api/v1/cards'))).json()
    expect(shapeOf(cards)).toEqual(shapeOf(example('GET /api/v1/cards')))
    const reviews = await (await getReviews(ask('/api/v1/reviews'))).json()
    expect(shapeOf(reviews)).toEqual(shapeOf(example('GET /api/v1/reviews')))
  })
})

describe('pages', () => {
  test('together hold every review once, in the order in which they were taken', async () => {
    const { ask } = await learnerWith()
    const sent = events(7)
    for (const event of sent) await postReviews(ask('/api/v1/reviews', { events: [event] }))
    const seen: string[] = []
    let after = ''
    do {
      const answer = await getReviews(ask(`/api/v1/reviews?limit=2${after && `&after=${after}`}`))
      const page = (await answer.json()) as { reviews: { id: string }[]; next: string | null }
      seen.push(...page.reviews.map(({ id }) => id))
      after = page.next ?? ''
    } while (after)
    expect(seen).toHaveLength(sent.length)
    expect(new Set(seen)).toEqual(new Set(sent.map(({ id }) => id)))
  })

  test('of cards go on after the last id', async () => {
    const { ask } = await learnerWith()
    await postReviews(ask('/api/v1/reviews', { events: events(3) }))
    const first = (await (await getCards(ask('/api/v1/cards?limit=2'))).json()) as { next: string }
    const rest = (await (await getCards(ask(`/api/v1/cards?after=${first.next}`))).json()) as {
      cards: { id: string }[]
    }
    expect(rest.cards.map(({ id }) => id)).toEqual(['usb-ends'])
  })

  test.each(['limit=0', 'limit=501', 'limit=x', 'after=nonsense'])('%s is refused', async (query) => {
    const { ask } = await learnerWith()
    expect((await getReviews(ask(`/api/v1/reviews?${query}`))).status).toBe(400)
  })
})

describe('a token', () => {
  test('does what its scopes say and nothing else', async () => {
    const { ask } = await learnerWith(['read:due'])
    expect((await getDue(ask('/api/v1/due'))).status).toBe(200)
    expect((await getCards(ask('/api/v1/cards'))).status).toBe(403)
    expect((await postReviews(ask('/api/v1/reviews', { events: events(1) }))).status).toBe(403)
    expect(await database.reviewEvent.count({ where: { cardId: 'no-such-card' } })).toBe(0)
  })

  test('is stored as a hash, and listed without it', async () => {
    const { id, token } = await learnerWith()
    const rows = await database.apiToken.findMany({ where: { userId: id, name: 'test' } })
    expect(rows.map(({ hash }) => hash)).toEqual([hashToken(token)])
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const listed of await listTokens(id)) expect(Object.keys(listed)).not.toContain('hash')
  })

  test('reads its own learner’s log alone', async () => {
    const [ada, bob] = [await learnerWith(), await learnerWith()]
    await postReviews(ada.ask('/api/v1/reviews', { events: events(2) }))
    expect(await (await getReviews(bob.ask('/api/v1/reviews'))).json()).toEqual({ reviews: [], next: null })
  })

  test('notes its use', async () => {
    const { id, ask } = await learnerWith()
    await getDue(ask('/api/v1/due'))
    expect((await listTokens(id)).find(({ name }) => name === 'test')?.lastUsedAt).toBeInstanceOf(Date)
  })

  test('is one of at most twenty', async () => {
    const { id } = await learnerWith()
    const make = () => createToken(id, { name: 'more', scopes: ['read:due'], days: 1 }, Date.now())
    let made = await make()
    for (let count = 0; count < TOKEN_LIMIT && made.ok; count += 1) made = await make()
    expect(made).toMatchObject({ ok: false, code: 'conflict' })
    expect(await listTokens(id)).toHaveLength(TOKEN_LIMIT)
  })
})
