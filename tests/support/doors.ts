import type { Door } from './door'
import { fitIdOf } from './fit-of'
import { ownCardIdOf } from './own-card-of'
import { gradeEvent } from './review-events'
import { tokenIdOf } from './token-of'

/** One row for each door of the server. A door without a row fails the authorization tests. */
export const doors: Door[] = [
  // Open to anyone.
  { name: 'app/api/health/route.ts GET', audience: 'anyone', input: () => ({}) },
  { name: 'app/api/ready/route.ts GET', audience: 'anyone', input: () => ({}) },
  {
    name: 'app/api/auth/[...nextauth]/route.ts GET',
    audience: 'anyone',
    params: { nextauth: ['session'] },
    input: () => ({ callbackUrl: '/review' }),
  },
  {
    // A JSON body: next-auth's forms are tested in auth-route.test.ts, this is refused as no form.
    name: 'app/api/auth/[...nextauth]/route.ts POST',
    audience: 'anyone',
    params: { nextauth: ['signout'] },
    input: () => ({ csrfToken: 'x' }),
  },
  {
    name: 'lib/actions/sign-in.ts signIn',
    audience: 'anyone',
    input: ({ email, password }) => ({ email, password, from: '/review' }),
  },
  {
    name: 'lib/actions/sign-up.ts signUp',
    audience: 'anyone',
    input: () => ({
      email: `${crypto.randomUUID()}@example.test`,
      password: 'tolerant-otter-lamp',
      zone: 'UTC',
      from: '/',
    }),
  },
  {
    name: 'lib/actions/send-link.ts sendLink',
    audience: 'anyone',
    input: ({ email }) => ({ email, zone: 'UTC', from: '/' }),
  },
  {
    name: 'lib/actions/sign-in-with-provider.ts signInWithProvider',
    audience: 'anyone',
    input: () => ({ provider: 'github', zone: 'UTC', from: '/' }),
  },
  // With a secret of nobody's: what the right ones open is tested in reminders.test.ts and calendar.test.ts.
  { name: 'app/api/reminders/off/route.ts GET', audience: 'anyone', input: () => ({ token: 'x' }) },
  { name: 'app/api/reminders/off/route.ts POST', audience: 'anyone', input: () => ({ token: 'x' }) },
  {
    name: 'lib/actions/turn-reminders-off.ts turnRemindersOff',
    audience: 'anyone',
    input: () => ({ token: 'x' }),
  },
  {
    name: 'app/api/calendar/[file]/route.ts GET',
    audience: 'anyone',
    params: { file: 'x.ics' },
    input: () => ({}),
  },
  { name: 'lib/actions/sign-out.ts signOut', audience: 'anyone', takes: 'value', input: () => ({}) },

  // A learner's own.
  {
    name: 'lib/actions/sign-out-everywhere.ts signOutEverywhere',
    audience: 'learner',
    takes: 'value',
    input: () => ({}),
  },
  {
    name: 'lib/actions/change-password.ts changePassword',
    audience: 'learner',
    input: ({ password }) => ({ current: password, password: 'another-otter-lamp' }),
  },
  {
    name: 'lib/actions/change-profile.ts changeProfile',
    audience: 'learner',
    input: () => ({ name: 'Ada' }),
  },
  { name: 'lib/actions/change-settings.ts changeSettings', audience: 'learner', input: settingsFields },
  { name: 'lib/actions/preview-settings.ts previewSettings', audience: 'learner', input: settingsFields },
  { name: 'lib/actions/restore-settings.ts restoreSettings', audience: 'learner', input: () => ({}) },
  { name: 'lib/actions/request-fit.ts requestFit', audience: 'learner', input: () => ({}) },
  {
    name: 'lib/actions/preview-fit.ts previewFit',
    audience: 'learner',
    input: ({ id }) => ({ fit: fitIdOf(id) }),
  },
  {
    name: 'lib/actions/apply-fit.ts applyFit',
    audience: 'learner',
    input: ({ id }) => ({ fit: fitIdOf(id) }),
  },
  { name: 'lib/actions/take-fit-back.ts takeFitBack', audience: 'learner', input: () => ({}) },
  {
    name: 'lib/actions/save-note.ts saveNote',
    audience: 'learner',
    input: () => ({ cardId: 'api-without-sdk', text: 'The no-op one.' }),
  },
  {
    name: 'lib/actions/report-card.ts reportCard',
    audience: 'learner',
    input: () => ({ cardId: 'api-without-sdk', text: 'The name has changed.' }),
  },
  {
    name: 'lib/actions/write-card.ts writeCard',
    audience: 'learner',
    input: () => ({
      question: 'What is a *resource*?',
      answer: 'Who sent it.',
      tags: 'mine, resources',
      lesson: 'the-opentelemetry-mental-model',
      heading: 'signals',
    }),
  },
  {
    name: 'lib/actions/edit-card.ts editCard',
    audience: 'learner',
    input: ({ id }) => ({ cardId: ownCardIdOf(id), question: 'Why?', answer: 'Because.', tags: '' }),
  },
  {
    name: 'lib/actions/delete-card.ts deleteCard',
    audience: 'learner',
    input: ({ id }) => ({ cardId: ownCardIdOf(id) }),
  },
  {
    name: 'lib/actions/add-lesson-cards.ts addLessonCards',
    audience: 'learner',
    input: () => ({ lesson: 'the-opentelemetry-mental-model' }),
  },
  { name: 'lib/actions/start-gently.ts startGently', audience: 'learner', takes: 'value', input: () => ({}) },
  {
    name: 'lib/actions/take-restart-back.ts takeRestartBack',
    audience: 'learner',
    takes: 'value',
    input: () => ({}),
  },
  {
    name: 'lib/actions/delete-account.ts deleteAccount',
    audience: 'learner',
    input: ({ password, email }) => ({ password, email }),
  },
  {
    name: 'lib/actions/record-reading.ts recordReading',
    audience: 'learner',
    takes: 'value',
    input: () => ({ lesson: 'the-opentelemetry-mental-model', read: ['summary'], at: 'summary' }),
  },
  {
    name: 'app/api/reviews/route.ts POST',
    audience: 'learner',
    input: ({ id }) => ({
      learner: id,
      events: [gradeEvent({ cardId: 'api-without-sdk', at: Date.now() - 60_000 })],
    }),
  },
  { name: 'app/api/due/route.ts GET', audience: 'learner', input: () => ({}) },
  { name: 'app/api/export/route.ts GET', audience: 'learner', input: () => ({}) },
  { name: 'app/api/export/csv/route.ts GET', audience: 'learner', input: () => ({}) },
  { name: 'app/api/export/anki/route.ts GET', audience: 'learner', input: () => ({}) },
  {
    name: 'app/api/import/route.ts POST',
    audience: 'learner',
    input: () => ({ mode: 'write', file: Buffer.from('question,answer\nWhy?,Because.').toString('base64') }),
  },
  {
    name: 'lib/actions/create-token.ts createToken',
    audience: 'learner',
    input: () => ({ name: 'my script', days: 90, 'read:due': 'on' }),
  },
  {
    name: 'lib/actions/revoke-token.ts revokeToken',
    audience: 'learner',
    input: ({ id }) => ({ id: tokenIdOf(id) }),
  },

  {
    // Off: the server of these tests sends no mail.
    name: 'lib/actions/save-reminder.ts saveReminder',
    audience: 'learner',
    input: () => ({ hour: '9', leastDue: '5' }),
  },
  {
    name: 'lib/actions/make-calendar-feed.ts makeCalendarFeed',
    audience: 'learner',
    input: () => ({}),
  },
  {
    name: 'lib/actions/remove-calendar-feed.ts removeCalendarFeed',
    audience: 'learner',
    input: () => ({}),
  },

  // By a personal token.
  { name: 'app/api/v1/due/route.ts GET', audience: 'token', input: () => ({}) },
  { name: 'app/api/v1/cards/route.ts GET', audience: 'token', input: () => ({ limit: 10, after: 'a-card' }) },
  { name: 'app/api/v1/reviews/route.ts GET', audience: 'token', input: () => ({ limit: 10 }) },
  {
    name: 'app/api/v1/reviews/route.ts POST',
    audience: 'token',
    input: ({ id }) => ({
      learner: id,
      events: [gradeEvent({ cardId: 'api-without-sdk', at: Date.now() - 60_000 })],
    }),
  },
]

function settingsFields() {
  return {
    zone: 'Asia/Tokyo',
    dayStartsAt: 3,
    twoButtons: 'on',
    sessionCards: 10,
    sessionMinutes: 5,
    newPerDay: 10,
    reviewsPerDay: 100,
    retention: 85,
    maximumInterval: 180,
    easy6: 'reduced',
    vacationFrom: '2026-12-20',
    vacationTo: '2027-01-03',
  }
}
