import type * as argon2 from '@node-rs/argon2'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { database } from '../support/database'
import { awkwardText, distort } from '../support/distort'
import { type Door, knock, type Learner, toForm, toRequest } from '../support/door'
import { doors } from '../support/doors'
import { createLearner, digestOfAll, lookAtAll } from '../support/learner-rows'
import { signedIn, Visitor } from '../support/visitor'

const RUNS = 1000

// The real library at its least cost: a thousand passwords are hashed here, and none is worth stealing.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, hash: (text: string) => real.hash(text, { memoryCost: 8, timeCost: 1, parallelism: 1 }) }
})

test.each(doors.map((door) => ({ door, name: door.name })))(
  'whatever is sent to $name, it neither breaks nor writes what it refuses',
  async ({ door }) => {
    const learner = await createLearner()
    let visitor = await signedIn(learner)
    let before = await digestOfAll()
    let runs = 0
    const property = fc.asyncProperty(
      distort(door.input(learner)),
      fc.integer({ min: 0, max: 9 }),
      awkwardText,
      async (input, way, text) => {
        // Limits on attempts would hide what lies behind them.
        if (runs++ % 8 === 0) await database.attempt.deleteMany()
        const sender = way === 0 ? new Visitor() : visitor
        const outcome = await knock(door, sender, call(door, sender, input, way, text))
        expect(outcome.status ?? 200).toBeLessThan(500)
        const { digest: after, sessions } = await lookAtAll(learner.id)
        if (outcome.refused !== null) expect(after).toBe(before)
        const isOver = sessions === 0
        if (isOver || runs % 100 === 0) visitor = await restore(learner)
        before = isOver || runs % 100 === 0 ? await digestOfAll() : after
      },
    )
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true })
    expect(runs).toBeGreaterThanOrEqual(RUNS)
  },
  600_000,
)

/** The input as the door takes it, most times; sometimes as no page would ever send it. */
function call(door: Door, visitor: Visitor, input: unknown, way: number, text: string): unknown[] | Request {
  if (door.name.startsWith('lib/')) {
    if (way === 1) return [input]
    if (way === 2) return [text, input, text]
    if (way === 3) return []
    if (door.takes === 'value') return [input]
    return [null, isFields(input) ? toForm(input) : input]
  }
  const fields = isFields(input) ? input : { input }
  const request = toRequest(door, visitor, door.name.endsWith(' GET') ? fields : input)
  if (way === 1 && request.method !== 'GET') return new Request(request, { body: text })
  if (way === 2) request.headers.set('content-type', 'text/plain')
  if (way === 3) request.headers.set('content-type', 'application/x-www-form-urlencoded')
  return request
}

function isFields(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

/** The learner as new and alone in the database: they are signed out or gone, or enough has piled up. */
async function restore(learner: Learner): Promise<Visitor> {
  await database.user.deleteMany()
  return signedIn(await createLearner(learner))
}
