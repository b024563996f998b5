import type { Metadata } from 'next'
import { WriteCardForm } from '@/components/cards/write-card-form'
import { findPlace } from '@/lib/server/content'
import { requireUser } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Write a card', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function WriteCardPage({ searchParams }: Props) {
  await requireUser()
  const { lesson, heading, quote } = await searchParams
  const place =
    typeof lesson === 'string' ? findPlace(lesson, typeof heading === 'string' ? heading : null) : null
  return (
    <div className="mx-auto w-full max-w-160 px-5 py-12">
      <h1 className="page-title">Write a card</h1>
      <p className="mt-3 text-soft">
        Ask for one thing. Say it in your own words: what you have put together yourself stays.
      </p>
      <WriteCardForm place={place} quote={typeof quote === 'string' ? quote.slice(0, 2000) : ''} />
    </div>
  )
}
