import 'server-only'
import { createTransport } from 'nodemailer'
import { backingOffWords } from '../review/reminder'
import { env } from './env'
import { offToken } from './reminders'
import type { UserId } from './user-id'

/** What a reminder tells. */
export interface ReminderMail {
  user: UserId
  to: string
  /** Cards due today. */
  due: number
  leastDue: number
  hour: number
  zone: string
  /** Reminders since the last review, this one included. */
  unanswered: number
}

/** A mail server that hangs holds up every other reminder. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** How a mail that was not taken ended: tell again later, never again, or nobody knows whether it was taken. */
export type MailFailure = 'later' | 'refused' | 'unknown'

/** Gives a reminder to the mail server. Null: it was taken. */
export async function sendReminderMail(mail: ReminderMail): Promise<MailFailure | null> {
  const { subject, text, html } = writeReminder(mail)
  try {
    await createTransport({ url: env.EMAIL_SERVER, ...PATIENCE }).sendMail({
      ...{ to: mail.to, from: env.EMAIL_FROM, subject, text, html },
      headers: {
        // RFC 8058: a mail program may turn the reminders off by one POST there, without asking anybody to sign in.
        'List-Unsubscribe': `<${new URL('/api/reminders/off', env.NEXTAUTH_URL)}?token=${offToken(mail.user)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        // RFC 3834: no machine need answer a machine.
        'Auto-Submitted': 'auto-generated',
      },
    })
    return null
  } catch (error) {
    return failureOf(error as { responseCode?: number; syscall?: string })
  }
}

/** What the server's own answer says; without one, only a connection that never stood is sure to have sent nothing. */
function failureOf({ responseCode, syscall }: { responseCode?: number; syscall?: string }): MailFailure {
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'later'
  return syscall === 'connect' || syscall === 'getaddrinfo' ? 'later' : 'unknown'
}

/** The words of a reminder: the same as text and as HTML. */
export function writeReminder(mail: ReminderMail) {
  const { due, leastDue, hour, zone, unanswered, user } = mail
  const link = (path: string) => new URL(path, env.NEXTAUTH_URL).href
  const cards = (count: number) => (count === 1 ? '1 card' : `${count} cards`)
  const subject = `${cards(due)} to review today`
  const isAre = due === 1 ? 'is' : 'are'
  const why = `You asked for this at ${String(hour).padStart(2, '0')}:00 (${zone.replaceAll('_', ' ')}), on days when at least ${cards(leastDue)} ${leastDue === 1 ? 'is' : 'are'} due and you have not reviewed yet.`
  const pause = backingOffWords(unanswered)
  const [review, settings, off] = [
    link('/review'),
    link('/settings/reminders'),
    link(`/reminders/off?token=${offToken(user)}`),
  ]
  const text = [
    `${cards(due)} ${isAre} due today. A few minutes now keep them:`,
    '',
    review,
    '',
    ...(pause ? [pause, ''] : []),
    why,
    '',
    'Change when this comes:',
    settings,
    '',
    'Turn it off:',
    off,
    '',
  ].join('\n')
  const paragraph = (inner: string, style = '') => `<p style="margin:0 0 16px;${style}">${inner}</p>`
  const soft = 'color:#5b5f6b;font-size:14px'
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${subject}</title></head>`,
    '<body style="font:17px/1.5 system-ui,sans-serif;max-width:34em;margin:0 auto;padding:24px">',
    paragraph(`${cards(due)} ${isAre} due today. A few minutes now keep them.`),
    paragraph(`<a href="${review}" style="font-weight:600">Review now</a>`),
    ...(pause ? [paragraph(pause)] : []),
    paragraph(why, soft),
    paragraph(
      `<a href="${settings}">Change when this comes</a> &middot; <a href="${off}">Turn it off</a>`,
      soft,
    ),
    '</body></html>',
  ].join('\n')
  return { subject, text, html }
}
