import path from 'node:path'
import { expect } from '@playwright/test'
import { type App, startApp, waitUntilReady } from '../../../scripts/app-process'
import { freePort } from '../../../scripts/port'
import { type Mailbox, startMailbox } from '../../support/mailbox'
import { test as base } from './test'

interface MailFixtures {
  mailing: { mailbox: Mailbox; url: string }
}

/** A second server beside the journeys' own, on the same database, that can send mail: to a catcher of ours. */
export const test = base.extend<object, MailFixtures>({
  mailing: [
    // biome-ignore lint/correctness/noEmptyPattern: the empty pattern is Playwright's syntax for no fixtures
    async ({}, use) => {
      const mailbox = await startMailbox()
      const port = await freePort()
      const url = `http://localhost:${port}`
      const env = {
        DATABASE_URL: process.env.SPANWISE_DATABASE_URL!,
        NEXTAUTH_SECRET: process.env.SPANWISE_SECRET!,
        NEXTAUTH_URL: url,
        EMAIL_SERVER: mailbox.url,
        EMAIL_FROM: 'Spanwise <course@example.test>',
        PORT: String(port),
        HOSTNAME: '127.0.0.1',
      }
      const app: App = startApp(path.join(import.meta.dirname, '../../..'), { dev: false, env })
      await waitUntilReady(port, '127.0.0.1')
      await use({ mailbox, url })
      await app.stop()
      await mailbox.stop()
    },
    { scope: 'worker' },
  ],
})

export { expect }
