import { expect, test } from 'vitest'
import { createUser, database } from '../support/database'

async function logOne(userId: string) {
  await database.reviewEvent.create({
    data: {
      userId,
      id: crypto.randomUUID(),
      cardId: 'a-card',
      kind: 1,
      grade: 3,
      reviewedAt: new Date('2026-01-01T12:00:00Z'),
      zone: 'UTC',
      dayStartsAt: 4,
      localDay: new Date('2026-01-01'),
      source: 2,
    },
  })
}

test('an event of the log cannot be changed', async () => {
  const user = await createUser()
  await logOne(user.id)
  await expect(database.reviewEvent.updateMany({ data: { grade: 4 } })).rejects.toThrow(/append-only/)
})

test('an event of the log cannot be deleted by itself, and goes with its account', async () => {
  const user = await createUser()
  await logOne(user.id)
  await expect(database.reviewEvent.deleteMany()).rejects.toThrow(/append-only/)
  await database.user.delete({ where: { id: user.id } })
  expect(await database.reviewEvent.count({ where: { userId: user.id } })).toBe(0)
})
