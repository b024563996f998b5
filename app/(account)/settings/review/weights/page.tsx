import type { Metadata } from 'next'
import Link from 'next/link'
import { WeightFit } from '@/components/account/weight-fit'
import { fitWords } from '@/lib/review/fit-words'
import { standardWeights } from '@/lib/review/memory'
import { requireUser } from '@/lib/server/session'
import { findStanding } from '@/lib/server/weight-fits'

export const metadata: Metadata = { title: 'How you forget', robots: { index: false } }

export default async function WeightsPage() {
  const user = await requireUser('/settings/review/weights')
  const { weights, latest, isOffered } = await findStanding(user)
  const result = latest?.result ?? null
  const fitted = result && 'weights' in result ? result.weights : null
  return (
    <div className="mx-auto grid w-full max-w-160 gap-8 px-5 py-12">
      <div>
        <h1 className="page-title">How you forget</h1>
        <p className="mt-3 text-soft">
          When a card comes back is computed from 21 numbers, the weights of FSRS. Everyone begins with the
          average of many learners. From your own reviews they can be fitted to you, so that a card comes when
          recall has fallen to what you want. For most people the difference is small, and nobody has shown
          that fitted weights make one learn better. The other settings are under{' '}
          <Link href="/settings/review" className="text-accent">
            How you review
          </Link>
          .
        </p>
      </div>
      <WeightFit
        fit={latest?.id ?? null}
        progress={latest && !result ? latest.progress : null}
        words={result ? fitWords(result) : []}
        isByItself={latest?.byItself ?? false}
        offered={isOffered ? fitted : null}
        isFitted={weights !== null}
        weights={weights ?? standardWeights}
      />
    </div>
  )
}
