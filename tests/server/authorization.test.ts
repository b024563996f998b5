import { describe, expect, test } from 'vitest'
import { apiScopes } from '@/lib/review/api-scope'
import { database } from '../support/database'
import { type Door, findDoors, knock, rightCall } from '../support/door'
import { doors } from '../support/doors'
import { createLearner, digestOf, digestOfAll } from '../support/learner-rows'
import { signedIn, Visitor } from '../support/visitor'

test('every route and action has a row in the matrix, and every row a door', async () => {
  const found = await findDoors()
  expect(found.length).toBeGreaterThan(10)
  expect(doors.map(({ name }) => name).sort()).toEqual(found)
})

const cases = (audience: Door['audience']) =>
  doors.filter((door) => door.audience === audience).map((door) => ({ door, name: door.name }))

describe('a door for learners', () => {
  test.each(cases('learner'))(
    '$name is shut for a signed-out visitor, and nothing is written',
    async ({ door }) => {
      const owner = await createLearner()
      await signedIn(owner)
      const before = await digestOfAll()
      const visitor = new Visitor()
      const outcome = await knock(door, visitor, rightCall(door, visitor, owner))
      expect(['unauthenticated', '401']).toContain(outcome.refused)
      expect(await digestOfAll()).toBe(before)
    },
  )

  test.each(cases('learner'))(
    '$name, used by somebody else, changes nothing of the owner',
    async ({ door }) => {
      const [owner, other] = [await createLearner(), await createLearner()]
      await signedIn(owner)
      const before = await digestOf(owner.id)
      const visitor = await signedIn(other)
      await knock(door, visitor, rightCall(door, visitor, owner))
      expect(await digestOf(owner.id)).toBe(before)
    },
  )

  test.each(cases('learner'))('$name is open for the owner', async ({ door }) => {
    const owner = await createLearner()
    const visitor = await signedIn(owner)
    expect(await knock(door, visitor, rightCall(door, visitor, owner))).toMatchObject({ refused: null })
  })

  test.each(cases('learner'))(
    '$name is shut for a copy of a cookie whose session was closed',
    async ({ door }) => {
      const owner = await createLearner()
      const visitor = await signedIn(owner)
      const { closeSessions } = await import('../../lib/server/sessions')
      const { requireUser } = await import('../../lib/server/session')
      await closeSessions(await visitor.run(() => requireUser()))
      const outcome = await knock(door, visitor, rightCall(door, visitor, owner))
      expect(['unauthenticated', '401']).toContain(outcome.refused)
    },
  )
})

describe('a door for tokens', () => {
  const owned = async () => {
    const owner = await createLearner()
    return { owner, visitor: await signedIn(owner) }
  }

  test.each(cases('token'))('$name is open for the owner’s token', async ({ door }) => {
    const { owner, visitor } = await owned()
    visitor.cookies.clear()
    expect(await knock(door, visitor, rightCall(door, visitor, owner))).toMatchObject({ refused: null })
  })

  test.each(cases('token'))('$name takes no cookie, and writes nothing for one', async ({ door }) => {
    const { owner, visitor } = await owned()
    delete visitor.headers.authorization
    const before = await digestOfAll()
    expect((await knock(door, visitor, rightCall(door, visitor, owner))).refused).toBe('401')
    expect(await digestOfAll()).toBe(before)
  })

  test.each(cases('token'))(
    '$name, used with another’s token, changes nothing of the owner',
    async ({ door }) => {
      const { owner } = await owned()
      const { visitor } = await owned()
      const before = await digestOf(owner.id)
      await knock(door, visitor, rightCall(door, visitor, owner))
      expect(await digestOf(owner.id)).toBe(before)
    },
  )

  test.each(cases('token'))(
    '$name is shut once the token is revoked, expired, or lacks the scope',
    async ({ door }) => {
      const { owner, visitor } = await owned()
      const refused = async () => (await knock(door, visitor, rightCall(door, visitor, owner))).refused
      const where = { userId: owner.id }
      await database.apiToken.updateMany({ where, data: { scopes: [] } })
      expect(await refused()).toBe('403')
      await database.apiToken.updateMany({ where, data: { scopes: [...apiScopes], expiresAt: new Date() } })
      expect(await refused()).toBe('401')
      await database.apiToken.deleteMany({ where })
      expect(await refused()).toBe('401')
    },
  )
})

describe('a door for anyone', () => {
  test.each(cases('anyone'))('$name asks nobody to sign in first', async ({ door }) => {
    const owner = await createLearner()
    for (const visitor of [new Visitor(), await signedIn(await createLearner()), await signedIn(owner)]) {
      const outcome = await knock(door, visitor, rightCall(door, visitor, owner))
      expect(['unauthenticated', '401']).not.toContain(outcome.refused)
    }
  })
})
