import { expect, test } from 'vitest'
import { recordReading as action } from '../../lib/actions/record-reading'
import { listSections } from '../../lib/server/content'
import { findProgress, listProgress, recordReading } from '../../lib/server/progress'
import type { UserId } from '../../lib/server/session'
import { createUser, database } from '../support/database'
import { signedIn, Visitor } from '../support/visitor'

const lesson = 'the-opentelemetry-mental-model'
const [first, second, third] = listSections(lesson) as [string, string, string]
const learner = async () => (await createUser()).id as UserId

test('sections read are kept in the order of the lesson, with the place the reader was last in', async () => {
  const user = await learner()
  await recordReading(user, { lesson, read: [third, first], at: third })
  expect(await findProgress(user, lesson)).toEqual({ read: [first, third], at: third })
})

test('telling it twice, or at once, changes nothing', async () => {
  const user = await learner()
  const reading = { lesson, read: [first, second], at: second }
  await Promise.all([
    recordReading(user, reading),
    recordReading(user, reading),
    recordReading(user, reading),
  ])
  expect((await findProgress(user, lesson)).read).toEqual([first, second])
  expect(await database.sectionRead.count({ where: { userId: user } })).toBe(2)
})

test('a place is kept when nothing new was read, and reading keeps the place', async () => {
  const user = await learner()
  await recordReading(user, { lesson, read: [], at: second })
  await recordReading(user, { lesson, read: [first], at: null })
  expect(await findProgress(user, lesson)).toEqual({ read: [first], at: second })
})

test('sections that the lesson does not have are left out', async () => {
  const user = await learner()
  await recordReading(user, { lesson, read: ['not-in-this-lesson'], at: 'nor-this' })
  expect(await listProgress(user)).toEqual(new Map())
})

test.each(['no-such-lesson', 'SAMPLING', '../../etc'])(
  'a lesson that cannot be opened (%s) is not found',
  async (slug) => {
    const user = await learner()
    expect(await recordReading(user, { lesson: slug, read: [first], at: first })).toMatchObject({
      code: 'not_found',
    })
    expect(await database.sectionRead.count({ where: { userId: user } })).toBe(0)
  },
)

test('each learner has a progress of their own', async () => {
  const [ada, bob] = [await learner(), await learner()]
  await recordReading(ada, { lesson, read: [first], at: first })
  expect(await findProgress(bob, lesson)).toEqual({ read: [], at: null })
})

test('the action takes its learner from the session alone', async () => {
  const user = await createUser()
  const visitor = await signedIn(user)
  const reading = { lesson, read: [first], at: first }
  expect(await new Visitor().run(() => action(reading))).toMatchObject({ ok: false, code: 'unauthenticated' })
  expect(await visitor.run(() => action({ ...reading, user: 'another' }))).toMatchObject({ code: 'invalid' })
  expect(await visitor.run(() => action({ ...reading, read: Array(61).fill(first) }))).toMatchObject({
    code: 'invalid',
  })
  expect(await visitor.run(() => action(reading))).toEqual({ ok: true, value: null })
  expect((await findProgress(user.id as UserId, lesson)).read).toEqual([first])
})
