import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from './env'

/** Whether this server can send mail at all. */
export const canMail = env.EMAIL_SERVER !== undefined && env.EMAIL_FROM !== undefined

/** Minutes for which a link by e-mail works, once. */
export const LINK_MINUTES = 30

/**
 * Sends the link that signs in (and signs up: the mail is the same, so that it tells nobody which).
 * It leads to a page with a button, because scanners open every link of a mail and would use it up.
 */
export async function sendSignInLink(to: string, callback: string): Promise<void> {
  const url = new URL('/sign-in/link', env.NEXTAUTH_URL)
  url.search = new URL(callback).search
  const { host } = url
  // Fails where the server refuses the one recipient.
  await createTransport(env.EMAIL_SERVER).sendMail({
    to,
    from: env.EMAIL_FROM,
    subject: 'Your link to Spanwise',
    text: [
      `Open this link to sign in to Spanwise on ${host}:`,
      '',
      url.href,
      '',
      `It works once, within ${LINK_MINUTES} minutes. If you did not ask for it, you need do nothing.`,
      '',
    ].join('\n'),
  })
}
