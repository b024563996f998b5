import type { Metadata } from 'next'
import Link from 'next/link'
import { ReviewSettingsForm } from '@/components/account/review-settings-form'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'
import { findLastChange } from '@/lib/server/settings-changes'
import { findStanding } from '@/lib/server/weight-fits'
import { listZones } from '@/lib/server/zones'

export const metadata: Metadata = { title: 'How you review', robots: { index: false } }

export default async function ReviewSettingsPage() {
  const user = await requireUser('/settings/review')
  const [settings, changedAt, { isOffered }] = await Promise.all([
    getSettings(user),
    findLastChange(user),
    findStanding(user),
  ])
  return (
    <div className="mx-auto grid w-full max-w-160 gap-8 px-5 py-12">
      <div>
        <h1 className="page-title">How you review</h1>
        <p className="mt-3 text-soft">
          A change is shown before it is made, and can be taken back. Name and signing in are under{' '}
          <Link href="/settings" className="text-accent">
            Settings
          </Link>
          .
        </p>
        <p className="mt-3 text-soft">
          <Link href="/settings/review/weights" className="text-accent">
            How you forget
          </Link>{' '}
          can be fitted to your own reviews.
          {isOffered && ' Fitted weights are ready there, for you to decide on.'}
        </p>
      </div>
      <ReviewSettingsForm
        // What is stored fills the form anew, also after a change was taken back.
        key={JSON.stringify(settings)}
        settings={settings}
        zones={listZones(settings.zone)}
        // In words here, where the learner's zone is known: a browser might read another day off the clock.
        changedOn={changedAt && dayWords(changedAt, settings.zone)}
      />
    </div>
  )
}

function dayWords(at: Date, zone: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }).format(at)
}
