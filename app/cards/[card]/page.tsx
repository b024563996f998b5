import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CardActs } from '@/components/cards/card-acts'
import { CardFacts } from '@/components/cards/card-facts'
import { CardHistory } from '@/components/cards/card-history'
import { EditCardForm } from '@/components/cards/edit-card-form'
import { CardNote } from '@/components/review/card-note'
import { CardReport } from '@/components/review/card-report'
import { FaceHtml } from '@/components/review/face-html'
import { findCardPage } from '@/lib/server/card-page'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'

export const metadata: Metadata = { title: 'A card', robots: { index: false } }

type Props = { params: Promise<{ card: string }> }

export default async function CardPage({ params }: Props) {
  const { card } = await params
  const user = await requireUser()
  const page = await findCardPage(user, card, Date.now())
  if (!page) notFound()
  const { zone, dayStartsAt, twoButtons, plan } = await getSettings(user)
  const { face, own, folded } = page
  return (
    <div className="mx-auto grid w-full max-w-160 gap-10 px-5 py-12">
      <div>
        <h1 className="eyebrow">Card</h1>
        <FaceHtml html={face.questionHtml} className="face-question mt-2" />
        <FaceHtml html={face.answerHtml} className="mt-4 border-line border-t pt-4" />
        {face.whyHtml && <FaceHtml html={face.whyHtml} className="mt-2 text-soft" />}
      </div>
      <CardFacts {...page} />
      {folded && (
        <CardActs
          key={folded.lastEventId}
          cardId={face.id}
          folded={folded}
          today={page.today}
          learner={{ id: user, zone, dayStartsAt, twoButtons, plan }}
        />
      )}
      <CardNote cardId={face.id} text={page.note} />
      {own ? (
        <Part title="Edit">
          <EditCardForm card={own} />
        </Part>
      ) : (
        <CardReport cardId={face.id} />
      )}
      <Part title="History">
        <CardHistory history={page.history} zone={page.zone} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-line border-t pt-6">
      <h2 className="part-title">{title}</h2>
      {children}
    </section>
  )
}
