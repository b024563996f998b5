import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CalendarFeedForm } from '@/components/reminders/calendar-feed-form'
import { ReminderForm } from '@/components/reminders/reminder-form'
import { DAILY_REMINDERS, defaultReminder, MOST_UNANSWERED } from '@/lib/review/reminder'
import { findCalendarFeed } from '@/lib/server/calendar-feeds'
import { canMail } from '@/lib/server/mail'
import { getReminder } from '@/lib/server/reminders'
import { requireUser } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Reminders', robots: { index: false } }

export default async function RemindersPage() {
  const user = await requireUser('/settings/reminders')
  const [{ chosen, email, zone, isProven }, feed] = await Promise.all([
    getReminder(user),
    findCalendarFeed(user),
  ])
  return (
    <div className="mx-auto grid w-full max-w-160 gap-12 px-5 py-12">
      <h1 className="page-title">Reminders</h1>
      <Part title="By e-mail">
        {!canMail ? (
          <p>
            This server is not set up to send mail, so there are no reminders by e-mail here. Your calendar
            can remind you instead: see below.
          </p>
        ) : !isProven ? (
          <p>
            Nobody has shown yet that <strong className="break-words">{email}</strong> is yours, so nothing is
            sent there. Sign out, and sign in once by a link: that confirms it.
          </p>
        ) : (
          <>
            <p>
              To <strong className="break-words">{email}</strong>, once a day at most, and only when it is
              worth it: never on a day on which you have reviewed already, and never on your vacation. After{' '}
              {DAILY_REMINDERS} in a row that you leave alone they come a week apart, after {MOST_UNANSWERED}{' '}
              they stop until you have reviewed again.
            </p>
            <ReminderForm reminder={chosen ?? defaultReminder} zone={zone} />
          </>
        )}
      </Part>
      <Part title="In your calendar">
        <p>
          An address for your calendar program to subscribe to. It shows how many cards fall due on each of
          the next 30 days, and nothing of what they say. Whoever has the address can see the same, so keep it
          to yourself.
        </p>
        <CalendarFeedForm
          feed={feed && { made: dayOf(feed.createdAt), read: feed.lastReadAt && dayOf(feed.lastReadAt) }}
        />
      </Part>
    </div>
  )
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-line border-t pt-8">
      <h2 className="font-semibold font-serif text-xl">{title}</h2>
      {children}
    </section>
  )
}
