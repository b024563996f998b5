import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays, type LocalDay } from '@/lib/review/day'
import { MOST_UNANSWERED } from '@/lib/review/reminder'
import { createUser, database } from '../support/database'
import { form } from '../support/form'
import { type Mailbox, startMailbox } from '../support/mailbox'
import { asUser, gradeEvent } from '../support/review-events'
import { signedIn, Visitor } from '../support/visitor'

const DAY = 86_400_000
/** Nine in the morning in Berlin. */
const now = Date.parse('2026-11-24T08:00:00Z')
const today = '2026-11-24' as LocalDay
const cards = [
  'api-without-sdk',
  'otlp-is',
  'metric-cost-driver',
  'propagation-order',
  'library-depends-on-api',
]

let mailbox: Mailbox
let sendReminders: typeof import('../../lib/server/send-reminders').sendReminders
let reminders: typeof import('../../lib/server/reminders')
let saveReminder: typeof import('../../lib/actions/save-reminder').saveReminder
let turnRemindersOff: typeof import('../../lib/actions/turn-reminders-off').turnRemindersOff
let off: typeof import('../../app/api/reminders/off/route')
let recordEvents: typeof import('../../lib/server/reviews').recordEvents
let changeSettings: typeof import('../../lib/server/settings-changes').changeSettings
let getSettings: typeof import('../../lib/server/settings').getSettings

beforeAll(async () => {
  mailbox = await startMailbox()
  process.env.EMAIL_SERVER = mailbox.url
  process.env.EMAIL_FROM = 'Spanwise <course@example.test>'
  // The environment is read once, at import: what was loaded so far had no mail.
  vi.resetModules()
  ;({ sendReminders } = await import('../../lib/server/send-reminders'))
  reminders = await import('../../lib/server/reminders')
  ;({ saveReminder } = await import('../../lib/actions/save-reminder'))
  ;({ turnRemindersOff } = await import('../../lib/actions/turn-reminders-off'))
  off = await import('../../app/api/reminders/off/route')
  ;({ recordEvents } = await import('../../lib/server/reviews'))
  ;({ changeSettings } = await import('../../lib/server/settings-changes'))
  ;({ getSettings } = await import('../../lib/server/settings'))
})

afterAll(() => mailbox.stop())

// A run looks at everybody's: each test has its own learners alone.
beforeEach(async () => {
  await database.reminder.deleteMany()
})

/** A learner in Berlin whose five cards were missed ten days ago, and who asked for a reminder at nine. */
async function learner(kind = 'someone') {
  const email = `${kind}-${crypto.randomUUID()}@example.test`
  const { id } = await createUser({ email })
  const user = asUser({ id })
  await database.user.update({ where: { id }, data: { emailVerifiedAt: new Date(now - 30 * DAY) } })
  const events = cards.map((cardId) => gradeEvent({ cardId, at: now - 10 * DAY, grade: 1 }))
  await recordEvents(user, events, now)
  await reminders.saveReminder(user, { isOn: true, hour: 9, leastDue: 5 }, now - DAY)
  return { user, email, mails: () => mailbox.mails.filter(({ to }) => to.includes(email)) }
}

test('a reminder says what is due, leads to the review, and how to turn it off', async () => {
  const ada = await learner()
  await sendReminders(now)
  const [mail, ...others] = ada.mails()
  expect(others).toEqual([])
  expect(mail!.text).toMatch(/^Subject: 5 cards to review today$/m)
  expect((await mailbox.linkTo(ada.email)).href).toBe('http://localhost:3000/review')
  expect(mail!.text).toContain('at 09:00 (Europe/Berlin), on days when at least 5 cards are due')
  expect(mail!.text).toMatch(/^Content-Type: text\/plain/m)
  expect(mail!.text).toMatch(/^Content-Type: text\/html/m)
  const token = reminders.offToken(ada.user)
  // A long header goes on in the next line, after a space.
  const head = mail!.text.slice(0, mail!.text.indexOf('\n\n')).replace(/\n[ \t]+/g, ' ')
  expect(head).toContain(`List-Unsubscribe: <http://localhost:3000/api/reminders/off?token=${token}>`)
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail!.text).toContain(`http://localhost:3000/reminders/off?token=${token}`)
})

describe('of several instances at the same moment', () => {
  test('each learner hears from one, once that day', async () => {
    const learners = await Promise.all(Array.from({ length: 12 }, () => learner()))
    const sent = await Promise.all(Array.from({ length: 4 }, () => sendReminders(now)))
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(learners.length)
    await Promise.all([sendReminders(now + 60_000), sendReminders(now + 60_000)])
    for (const each of learners) expect(each.mails()).toHaveLength(1)
  })
})

describe('nothing is sent', () => {
  const notNow: [string, (ada: Awaited<ReturnType<typeof learner>>) => Promise<unknown>][] = [
    ['to someone who did not ask for it', ({ user }) => reminders.turnRemindersOff(user)],
    [
      'while fewer cards are due than they said',
      ({ user }) => reminders.saveReminder(user, { isOn: true, hour: 9, leastDue: 6 }, now),
    ],
    [
      'before the hour that they chose',
      ({ user }) => reminders.saveReminder(user, { isOn: true, hour: 10, leastDue: 5 }, now),
    ],
    [
      'long after the hour that they chose',
      ({ user }) => reminders.saveReminder(user, { isOn: true, hour: 5, leastDue: 5 }, now),
    ],
    [
      'on a day on which they have reviewed',
      ({ user }) =>
        recordEvents(user, [gradeEvent({ cardId: cards[0]!, at: now - 3_600_000, grade: 3 })], now),
    ],
    [
      'on their vacation',
      async ({ user }) => {
        const settings = await getSettings(user)
        const vacation = { from: addDays(today, -2), to: addDays(today, 2) }
        await changeSettings(user, { ...settings, plan: { ...settings.plan, vacation } })
      },
    ],
    [
      'in a zone in which it is another hour',
      async ({ user }) => changeSettings(user, { ...(await getSettings(user)), zone: 'America/New_York' }),
    ],
    [
      'to a mailbox that nobody has proven',
      ({ user }) => database.user.update({ where: { id: user }, data: { emailVerifiedAt: null } }),
    ],
  ]
  test.each(notNow)('%s', async (_, arrange) => {
    const ada = await learner()
    await arrange(ada)
    await database.reminder.updateMany({ where: { userId: ada.user }, data: { lookAt: new Date(0) } })
    await sendReminders(now)
    expect(ada.mails()).toEqual([])
  })
})

test('someone who moves is reminded at the same hour of their new zone', async () => {
  const ada = await learner()
  await changeSettings(ada.user, { ...(await getSettings(ada.user)), zone: 'America/New_York' })
  await sendReminders(now)
  expect(ada.mails()).toEqual([])
  await sendReminders(Date.parse('2026-11-24T14:00:00Z'))
  expect(ada.mails()).toHaveLength(1)
})

test('someone who does not come back hears less and less, and then nothing, until they have reviewed', async () => {
  const ada = await learner()
  for (let days = 0; days < 60; days += 1) await sendReminders(now + days * DAY)
  expect(ada.mails()).toHaveLength(MOST_UNANSWERED)
  expect(ada.mails()[2]!.text).toContain('the next one comes in a week')
  expect(ada.mails()[4]!.text).toContain('This is the last reminder for now')
  const back = now + 60 * DAY + 3_600_000
  await recordEvents(ada.user, [gradeEvent({ cardId: cards[0]!, at: back, grade: 1 })], back)
  await sendReminders(now + 61 * DAY)
  expect(ada.mails()).toHaveLength(MOST_UNANSWERED + 1)
})

describe('when the mail server', () => {
  test('has no such mailbox, the day is done with', async () => {
    const ada = await learner('refused')
    await sendReminders(now)
    await sendReminders(now + 3_600_000)
    const row = await database.reminder.findUniqueOrThrow({ where: { userId: ada.user } })
    expect(row).toMatchObject({ unanswered: 1, sentDay: new Date(today) })
    expect(row.lookAt.getTime()).toBe(now + DAY)
  })

  test('is busy, it is asked again a little later, and the day stays free', async () => {
    const ada = await learner('busy')
    await sendReminders(now)
    const row = await database.reminder.findUniqueOrThrow({ where: { userId: ada.user } })
    expect(row).toMatchObject({ unanswered: 0, sentDay: null })
    expect(row.lookAt.getTime() - now).toBe(15 * 60_000)
    // Meanwhile the address works.
    const email = `free-${ada.email}`
    await database.user.update({ where: { id: ada.user }, data: { email } })
    await sendReminders(now + 15 * 60_000)
    expect(mailbox.mails.filter(({ to }) => to.includes(email))).toHaveLength(1)
  })

  test('takes a mail and is gone before it says so, the mail is not sent twice', async () => {
    const ada = await learner('vanishing')
    await sendReminders(now)
    for (const later of [60_000, 20 * 60_000, 3_600_000]) await sendReminders(now + later)
    expect(ada.mails()).toHaveLength(1)
  })
})

describe('the link in a reminder', () => {
  const isOn = async (userId: string) =>
    (await database.reminder.findUniqueOrThrow({ where: { userId } })).isOn
  const post = (token: string) =>
    off.POST(
      new Request(`http://localhost:3000/api/reminders/off?token=${encodeURIComponent(token)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }),
    )

  test('turns them off by one POST of a mail program, signed in or not, and for its learner alone', async () => {
    const [ada, bob] = [await learner(), await learner()]
    expect((await post(reminders.offToken(ada.user))).status).toBe(200)
    expect([await isOn(ada.user), await isOn(bob.user)]).toEqual([false, true])
    expect((await post(reminders.offToken(ada.user))).status).toBe(200)
    await sendReminders(now)
    expect([ada.mails().length, bob.mails().length]).toEqual([0, 1])
  })

  test('opened in a browser changes nothing: its page has a button for that', async () => {
    const ada = await learner()
    const token = reminders.offToken(ada.user)
    const answer = off.GET(new Request(`http://localhost:3000/api/reminders/off?token=${token}`))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/reminders/off?token=${token}`])
    expect(await isOn(ada.user)).toBe(true)
    const visitor = new Visitor()
    expect(await visitor.run(() => turnRemindersOff(null, form({ token })))).toMatchObject({ ok: true })
    expect(await isOn(ada.user)).toBe(false)
  })

  test('that somebody made up, or changed, opens nothing', async () => {
    const [ada, bob] = [await learner(), await learner()]
    const token = reminders.offToken(ada.user)
    const [, signature] = token.split('.')
    const forged = [
      '',
      'x',
      ada.user,
      `${bob.user}.${signature}`,
      `${token}x`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`,
      token.toUpperCase(),
      `${ada.user}.${'é'.repeat(43)}`,
    ]
    for (const each of forged) expect((await post(each)).status, each).toBe(404)
    expect([await isOn(ada.user), await isOn(bob.user)]).toEqual([true, true])
  })
})

test('a learner whose mailbox is not proven cannot have reminders sent to it', async () => {
  const user = await createUser()
  const visitor = await signedIn(user)
  const answer = await visitor.run(() => saveReminder(null, form({ isOn: 'on', hour: '9', leastDue: '5' })))
  expect(answer).toMatchObject({ ok: false, code: 'conflict' })
  expect(await database.reminder.count({ where: { userId: user.id } })).toBe(0)
})
